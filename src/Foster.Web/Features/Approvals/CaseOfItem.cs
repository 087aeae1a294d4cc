using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>The case of an item on an agenda, for the access log.</summary>
public sealed class CaseOfItem(FosterDb db) : ICaseOfRecord
{
    public string Parameter => "itemId";

    public Task<Guid?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<PanelItem>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(i => i.Id == id)
            .Select(i => (Guid?)i.CaseId)
            .SingleOrDefaultAsync(ct);
}
