using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>
/// What a criminal record certificate said goes six months after the decision about the application (R-DP-04). Its date,
/// number and kind, whether the person is barred, the outcome and who decided stay as long as the case.
/// </summary>
public sealed class CertificateDetail(FosterDb db) : IRetentionDetail
{
    public string Key => "certificate";

    public string Words =>
        "What was written down of a criminal record certificate. Its date, number and type, the barred list, the decision and who made it stay.";

    public DeadlineLine Line => DeadlineRules.DbsInformationDisposed;

    /// <summary>Asked by the progress of the check; what it says is encrypted, and one that said nothing has nothing to lose.</summary>
    public IQueryable<StageEnd> Ended() =>
        from c in db.Set<Check>().AsNoTracking().IgnoreQueryFilters([FosterDb.CaseFilter])
        join a in db.Set<Application>().AsNoTracking().IgnoreQueryFilters([FosterDb.CaseFilter])
            on c.CaseId equals a.CaseId
        where
            c.HasCertificateDetail
            && a.ReceivedOn != null
            && (a.ApprovedOn != null || a.ClosedOn != null)
        select new StageEnd
        {
            CaseId = c.CaseId,
            SubjectId = c.Id,
            On = (a.ApprovedOn ?? a.ClosedOn)!.Value,
        };

    public async Task<IReadOnlyDictionary<string, int>> EraseAsync(
        Guid subjectId,
        Actor actor,
        CancellationToken ct
    )
    {
        if (
            await db.Set<Check>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .SingleOrDefaultAsync(c => c.Id == subjectId, ct)
            is not { } check
        )
            return new Dictionary<string, int>();
        check.ForgetCertificate();
        return new Dictionary<string, int> { ["Checks, what the certificate said"] = 1 };
    }
}
