using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>An open date as the applicants see it, the same that staff work to.</summary>
/// <param name="IsOurs">We have to keep it, and not the applicants.</param>
public sealed record ProgressClock(
    string Title,
    DateOnly DueOn,
    int DaysLeft,
    string RuleId,
    bool IsOurs,
    IReadOnlyList<string> Why
);

/// <summary>Something that happened, in words for the applicants.</summary>
public sealed record ProgressEvent(DateOnly On, string Title);

/// <summary>Whom to call about the application.</summary>
public sealed record ProgressContact(string Name, string Role, string Telephone);

/// <summary>How an application stands, for one of its applicants.</summary>
public sealed record ProgressView(
    ApplyFacts Facts,
    ApplicantFacts Who,
    IReadOnlyList<Milestone> Road,
    IReadOnlyList<ProgressClock> Clocks,
    IReadOnlyList<ProgressEvent> Happened,
    IReadOnlyList<ProgressContact> Contacts,
    bool MayWithdraw,
    DateOnly? RestsSince
);

/// <summary>
/// What an applicant sees of their road: their own and shared entries only, never what staff wrote for themselves or
/// what is the partner's (R-SOD-11, R-SOD-13).
/// </summary>
public sealed class ProgressReads(
    FosterDb db,
    ApplyReads apply,
    PauseReads pauses,
    CaseReads cases,
    HistoryWords words,
    LondonClock clock
)
{
    private const int MostEvents = 100;

    private static readonly Role[] InTouch =
    [
        Role.Assessor,
        Role.SupervisingSocialWorker,
        Role.RecruitmentOfficer,
    ];

    public async Task<ProgressView?> OwnAsync(Actor actor, CancellationToken ct)
    {
        var facts = await apply.OwnAsync(actor, ct);
        if (facts?.Find(actor.PersonId) is not { } who)
            return null;
        var application = facts.Application;
        return new ProgressView(
            facts,
            who,
            Milestones.Of(application, waitsForYou: !who.Part.IsSent),
            await ClocksAsync(facts.CaseId, ct),
            await HappenedAsync(facts.CaseId, who.Person.PersonId, ct),
            await ContactsAsync(facts.CaseId, actor.CouncilId, ct),
            ApplicationMachine
                .Table.Against(application.State, ApplicationVerb.Withdraw, actor.Role)
                .Count == 0,
            await pauses.RestsSinceAsync(facts.CaseId, ct)
        );
    }

    public async Task<IReadOnlyList<ProgressContact>> ContactsAsync(
        Guid caseId,
        Guid councilId,
        CancellationToken ct
    )
    {
        var workers = (await cases.WorkersAsync(caseId, ct))
            .Where(w => InTouch.Contains(w.Role))
            .OrderBy(w => Array.IndexOf(InTouch, w.Role))
            .ToList();
        var team = await db.Set<Council>()
            .Where(c => c.Id == councilId)
            .Select(c => new { c.TeamName, c.Telephone })
            .SingleAsync(ct);
        return
        [
            .. workers.Select(w => new ProgressContact(
                w.Name,
                w.Role.Title(),
                w.Telephone.Length > 0 ? w.Telephone : team.Telephone
            )),
            new ProgressContact(
                team.TeamName,
                workers.Count > 0 ? "For anything else" : "For any question",
                team.Telephone
            ),
        ];
    }

    private async Task<IReadOnlyList<ProgressClock>> ClocksAsync(Guid caseId, CancellationToken ct)
    {
        // A title for the household is refused where a line is unannounced, so none of those is here (R-SOD-11).
        var open = await db.Set<Deadline>()
            .Where(d =>
                d.CaseId == caseId && d.Status == DeadlineStatus.Open && d.ApplicantTitle != null
            )
            .OrderBy(d => d.DueOn)
            .Select(d => new
            {
                d.ApplicantTitle,
                d.DueOn,
                d.RuleId,
                d.HolderRole,
                d.ExplanationText,
            })
            .ToListAsync(ct);
        return
        [
            .. open.Select(d => new ProgressClock(
                d.ApplicantTitle!,
                d.DueOn,
                d.DueOn.DayNumber - clock.Today.DayNumber,
                d.RuleId,
                d.HolderRole != nameof(Role.ProspectiveCarer),
                d.ExplanationText.Split('\n')
            )),
        ];
    }

    private async Task<IReadOnlyList<ProgressEvent>> HappenedAsync(
        Guid caseId,
        Guid personId,
        CancellationToken ct
    ) =>
        [
            .. (
                await db.Set<HistoryEntry>()
                    .Where(h =>
                        h.CaseId == caseId
                        && h.IsTold
                        && h.Audience == Audience.Applicant
                        && (h.PersonId == null || h.PersonId == personId)
                    )
                    .OrderByDescending(h => h.OccurredOn)
                    .ThenByDescending(h => h.RecordedAt)
                    .Take(MostEvents)
                    .Select(h => new
                    {
                        h.Id,
                        h.OccurredOn,
                        h.Body!.Content,
                    })
                    .ToListAsync(ct)
            ).Select(h => new ProgressEvent(
                h.OccurredOn,
                words.Open(h.Id, h.Content).PublicTitle!
            )),
        ];
}
