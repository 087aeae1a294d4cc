using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>What stands at the top of every page of an assessment.</summary>
public sealed record AssessmentHeader(
    Guid CaseId,
    string Reference,
    string Names,
    ApplicationState State,
    string Stage1Status,
    string Stage2Status,
    DateOnly? ReceivedOn,
    DateOnly? Stage1CompleteOn,
    DateOnly? Stage2StartedOn,
    DateOnly? ReportSharedOn,
    bool IsOpen,
    string? Assessor
);

/// <summary>A clock of a case as it is shown.</summary>
public sealed record ClockLine(
    string Title,
    string? ApplicantTitle,
    DateOnly DueOn,
    DateOnly? ClosedOn,
    DeadlineStatus Status,
    string RuleId,
    string Explanation
)
{
    /// <summary>Calendar days to go; null once it is closed.</summary>
    public int? DaysLeft(DateOnly today) =>
        Status == DeadlineStatus.Open ? DueOn.DayNumber - today.DayNumber : null;
}

/// <summary>A case in the list of assessments.</summary>
public sealed record AssessmentRow(
    Guid CaseId,
    string Reference,
    ApplicationState State,
    DateOnly ReceivedOn,
    Guid ApplicationId,
    bool Stage2Open,
    string? Names,
    string? Assessor,
    string? NextTitle,
    DateOnly? NextDue
);

/// <param name="Next">The key to go on from; null on the last page.</param>
public sealed record AssessmentPageOfRows(IReadOnlyList<AssessmentRow> Rows, string? Next);

/// <summary>Lists and heads of assessments. Restricted and unallocated cases are out of sight by themselves.</summary>
public sealed class AssessmentHeaderReads(FosterDb db, CaseReads cases, CaseNameReads names)
{
    public const int PageSize = 25;

    /// <summary>Where nothing is due: behind everything that is.</summary>
    private static readonly DateOnly Never = new(2999, 12, 31);

    /// <summary>States in which an assessment is worked on.</summary>
    public static IReadOnlyList<ApplicationState> Working { get; } =
    [
        ApplicationState.Submitted,
        ApplicationState.Stage1,
        ApplicationState.Stage1Complete,
        ApplicationState.Stage1Passed,
        ApplicationState.ReportShared,
        ApplicationState.ReadyForPanel,
    ];

    public async Task<AssessmentHeader?> FindAsync(Guid caseId, CancellationToken ct)
    {
        var found = await (
            from a in db.Set<Application>().AsNoTracking()
            join c in db.Set<Case>() on a.CaseId equals c.Id
            where a.CaseId == caseId
            select new { Application = a, c.Reference }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var applicants = await cases.ApplicantsAsync(caseId, ct);
        var workers = await cases.WorkersAsync(caseId, ct);
        var a1 = found.Application;
        return new AssessmentHeader(
            caseId,
            found.Reference,
            string.Join(" and ", applicants.Select(p => p.FullName)),
            a1.State,
            a1.Stage1Status,
            a1.Stage2Status,
            a1.ReceivedOn,
            a1.Stage1CompleteOn,
            a1.Stage2StartedOn,
            a1.ReportSharedOn,
            a1.IsOpen,
            workers.FirstOrDefault(w => w.Role == Role.Assessor)?.Name
        );
    }

    public async Task<IReadOnlyList<ClockLine>> ClocksAsync(Guid caseId, CancellationToken ct) =>
        await db.Set<Deadline>()
            .Where(d =>
                d.CaseId == caseId
                && d.HolderRole != nameof(Role.System)
                && d.Status != DeadlineStatus.Cancelled
            )
            .OrderBy(d => d.Status == DeadlineStatus.Open ? 0 : 1)
            .ThenBy(d => d.DueOn)
            .Select(d => new ClockLine(
                d.Title,
                d.ApplicantTitle,
                d.DueOn,
                d.ClosedOn,
                d.Status,
                d.RuleId,
                d.ExplanationText
            ))
            .ToListAsync(ct);

    /// <summary>Cases in the order in which something is due; the overdue ones stand first.</summary>
    /// <param name="overdueOn">Given, only cases with something overdue on that day.</param>
    public async Task<AssessmentPageOfRows> ListAsync(
        ApplicationState? state,
        DateOnly? overdueOn,
        string? after,
        CancellationToken ct
    )
    {
        var rows =
            from a in db.Set<Application>()
            join c in db.Set<Case>() on a.CaseId equals c.Id
            where Working.Contains(a.State) && a.ReceivedOn != null
            select new
            {
                a,
                c,
                Due = db.Set<Deadline>()
                    .Where(d =>
                        d.CaseId == c.Id
                        && d.Status == DeadlineStatus.Open
                        && d.HolderRole != nameof(Role.System)
                    )
                    .Min(d => (DateOnly?)d.DueOn)
                    ?? Never,
            };
        if (state is { } only)
            rows = rows.Where(r => r.a.State == only);
        if (overdueOn is { } day)
            rows = rows.Where(r =>
                db.Set<Deadline>()
                    .Any(d =>
                        d.CaseId == r.a.CaseId && d.Status == DeadlineStatus.Open && d.DueOn < day
                    )
            );
        if (ListCursor.Read(after) is { } start)
            rows = rows.Where(r =>
                r.Due > start.On || (r.Due == start.On && r.a.Id.CompareTo(start.Id) > 0)
            );
        var page = await rows.OrderBy(r => r.Due)
            .ThenBy(r => r.a.Id)
            .Take(PageSize + 1)
            .Select(r => new
            {
                r.Due,
                Row = new AssessmentRow(
                    r.c.Id,
                    r.c.Reference,
                    r.a.State,
                    r.a.ReceivedOn!.Value,
                    r.a.Id,
                    r.a.Stage2StartedOn != null,
                    null,
                    (
                        from w in db.Set<Allocation>()
                        join u in db.Set<Account>() on w.AccountId equals u.Id
                        where w.CaseId == r.c.Id && w.Role == Role.Assessor && w.To == null
                        select u.DisplayName
                    ).FirstOrDefault(),
                    db.Set<Deadline>()
                        .Where(d =>
                            d.CaseId == r.c.Id
                            && d.Status == DeadlineStatus.Open
                            && d.HolderRole != nameof(Role.System)
                        )
                        .OrderBy(d => d.DueOn)
                        .ThenBy(d => d.Id)
                        .Select(d => d.Title)
                        .FirstOrDefault(),
                    null
                ),
            })
            .ToListAsync(ct);
        var shown = page.Take(PageSize).ToList();
        var called = await names.OfAsync([.. shown.Select(r => r.Row.CaseId)], ct);
        return new AssessmentPageOfRows(
            [
                .. shown.Select(r =>
                    r.Row with
                    {
                        Names = called.GetValueOrDefault(r.Row.CaseId),
                        NextDue = r.Due == Never ? null : r.Due,
                    }
                ),
            ],
            page.Count > PageSize
                ? ListCursor.Write(shown[^1].Due, shown[^1].Row.ApplicationId)
                : null
        );
    }
}
