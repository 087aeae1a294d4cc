using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Connected;

/// <summary>What ended without an application goes as other enquiries do, a year after it was closed (R-REC-06).</summary>
public sealed class ConnectedStage(FosterDb db) : IRetentionStage
{
    public DeadlineLine Line => DeadlineRules.EnquiryKept;

    public IQueryable<StageEnd> Ended() =>
        db.Set<ConnectedReferral>()
            .AsNoTracking()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(r => r.EndedOn != null)
            .Select(r => new StageEnd
            {
                CaseId = r.CaseId,
                SubjectId = r.CaseId,
                On = r.EndedOn!.Value,
            });
}
