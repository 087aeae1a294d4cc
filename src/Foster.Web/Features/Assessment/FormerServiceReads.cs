using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>A request to a former service with its clock.</summary>
public sealed record ServiceRequestLine(
    ServiceRequest Request,
    DateOnly? DueOn,
    IReadOnlyList<string> Why
);

/// <summary>An earlier approval with what was asked of that service.</summary>
/// <param name="Reference">The check CHK-11, where its reference is mandatory.</param>
public sealed record FormerServiceLine(
    PreviousApproval Approval,
    string Whose,
    bool IsRecent,
    Check? Reference,
    IReadOnlyList<ServiceRequestLine> Requests
);

/// <summary>What is known and asked of the services that approved the applicants before.</summary>
public sealed class FormerServiceReads(FosterDb db, CaseReads cases)
{
    public async Task<IReadOnlyList<FormerServiceLine>> OfCaseAsync(
        Guid caseId,
        CancellationToken ct
    )
    {
        var application = await db.Set<Application>()
            .AsNoTracking()
            .SingleAsync(a => a.CaseId == caseId, ct);
        var names = (await cases.PeopleAsync(caseId, ct)).ToDictionary(
            p => p.PersonId,
            p => p.FullName
        );
        var approvals = await db.Set<PreviousApproval>()
            .AsNoTracking()
            .Where(p => p.CaseId == caseId)
            .OrderBy(p => p.Id)
            .ToListAsync(ct);
        var checks = await db.Set<Check>()
            .AsNoTracking()
            .Where(c =>
                c.CaseId == caseId
                && c.Kind == ConsentWordings.FormerService
                && c.State != CheckState.Cancelled
            )
            .ToListAsync(ct);
        var requests = await db.Set<ServiceRequest>()
            .AsNoTracking()
            .Where(r => r.CaseId == caseId)
            .OrderBy(r => r.SentOn)
            .ThenBy(r => r.Id)
            .ToListAsync(ct);
        var ids = requests.ConvertAll(r => r.Id);
        var dues = await db.Set<Deadline>()
            .AsNoTracking()
            .Where(d => d.CaseId == caseId && ids.Contains(d.SubjectId))
            .ToListAsync(ct);
        return
        [
            .. approvals.Select(p => new FormerServiceLine(
                p,
                names.GetValueOrDefault(p.PersonId, "a former member"),
                p.IsRecent(application.ReceivedOn ?? application.CreatedOn),
                checks.Find(c => c.PreviousApprovalId == p.Id),
                [
                    .. from r in requests
                    where r.PreviousApprovalId == p.Id
                    let due = dues.Find(d => d.SubjectId == r.Id)
                    select new ServiceRequestLine(
                        r,
                        due?.DueOn,
                        due?.ExplanationText.Split('\n') ?? []
                    ),
                ]
            )),
        ];
    }
}
