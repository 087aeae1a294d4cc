using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Questions;

/// <summary>The case of a question, for the access log.</summary>
public sealed class CaseOfQuestion(FosterDb db) : ICaseOfRecord
{
    public string Parameter => "questionId";

    public Task<Guid?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<Question>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(q => q.Id == id)
            .Select(q => (Guid?)q.CaseId)
            .SingleOrDefaultAsync(ct);
}
