using Foster.Web.Features.Applications;
using Foster.Web.Features.Approvals.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record MoveMeetingInput(Guid MeetingId, MeetingPlan Plan, string Reasons);

/// <summary>
/// Gives a meeting another date. Its items stay on it, the dates for their papers are made anew (R-PANEL-08), and whoever
/// knows of the old date is told.
/// </summary>
public sealed class MoveMeeting(
    FosterDb db,
    WholeAgenda agenda,
    DeadlineBook deadlines,
    LondonClock clock,
    CaseHistory cases,
    CouncilHistory history
)
{
    public Task<Result> RunAsync(MoveMeetingInput input, Actor actor, CancellationToken ct) =>
        actor.Is(Role.PanelAdviser)
            ? agenda.WithAllAsync(actor, () => MoveAsync(input, actor, ct))
            : Task.FromResult(Result.Refused("Only the panel adviser sets the dates of panel."));

    private async Task<Result> MoveAsync(MoveMeetingInput input, Actor actor, CancellationToken ct)
    {
        if (await agenda.FindAsync(input.MeetingId, ct) is not { } meeting)
            return Result.Refused("This meeting is not there.");
        var plan = input.Plan with { Place = input.Plan.Place.Trim() };
        var was = meeting.On;
        var open = await agenda.OpenItemsAsync(meeting.Id, ct);
        var against = await AgainstAsync(meeting, plan, open, ct);
        var papers = await deadlines.PreviewAsync(DeadlineRules.PanelPapers, plan.On, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        var moved = meeting.Move(plan, papers.On, clock.Today, input.Reasons);
        if (!moved.Ok)
            return moved;
        var left = await UnaskAsync(meeting, ct);
        foreach (var item in open)
            await MoveItemAsync(item, meeting, was, input.Reasons, actor, ct);
        await agenda.TellAsync(
            open,
            actor,
            to => MeetingEmails.MovedForMember(to, was, plan),
            to => MeetingEmails.MovedForApplicant(to, was, plan),
            ct
        );
        history.Write(
            actor,
            meeting.Id,
            new HistoryNote(
                "panel.meeting-moved",
                $"Panel on {BritishDate.Long(was)} moved to {BritishDate.Long(plan.On)}"
                    + (left == 0 ? "" : $"; {left} no longer on the central list are not asked")
            )
            {
                ReasonCode = "moved",
                Reason = input.Reasons.Trim(),
                Rules = ["R-PANEL-08", "R-VAL-06"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task MoveItemAsync(
        PanelItem item,
        PanelMeeting meeting,
        DateOnly was,
        string reasons,
        Actor actor,
        CancellationToken ct
    )
    {
        if (item.PapersSentOn is null)
        {
            await deadlines.CancelAsync(
                item.CaseId,
                DeadlineRules.PanelPapers,
                "The meeting has another date.",
                ct,
                item.Id
            );
            await deadlines.OpenAsync(
                actor.CouncilId,
                item.CaseId,
                item.Id,
                DeadlineRules.PanelPapers,
                meeting.On,
                Role.PanelAdviser,
                ct
            );
        }
        item.MeetingMoved(meeting.PapersDueOn);
        await cases.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote(
                "panel.moved",
                $"Panel on {BritishDate.Long(was)} moved to {BritishDate.Long(meeting.On)}"
                    + (item.PapersLate ? "; the papers are late for it" : "")
            )
            {
                ForApplicant =
                    $"The panel meeting of {BritishDate.Long(was)} is now on {BritishDate.Long(meeting.On)}. You may come and bring a supporter.",
                ReasonCode = "moved",
                Reason = reasons.Trim(),
                Rules = ["R-PANEL-08", "R-PANEL-09"],
            },
            ct
        );
    }

    private async Task<List<Refusal>> AgainstAsync(
        PanelMeeting meeting,
        MeetingPlan plan,
        List<PanelItem> open,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (
            await db.Set<PanelMeeting>()
                .AnyAsync(
                    m =>
                        m.Id != meeting.Id
                        && m.On == plan.On
                        && m.At == plan.At
                        && m.CancelledOn == null,
                    ct
                )
        )
            against.Add(new Refusal("There is a meeting at that time already.", null, "at"));
        var cases = open.Select(i => i.CaseId).ToList();
        if (
            await db.Set<Application>()
                .AnyAsync(a => cases.Contains(a.CaseId) && a.ReportSharedOn > plan.On, ct)
        )
            against.Add(
                new Refusal(
                    "The meeting would be before a report on its agenda was shared.",
                    "R-VAL-04",
                    "on"
                )
            );
        return against;
    }

    /// <summary>Only people who are on the central list that day sit (R-PANEL-01).</summary>
    private async Task<int> UnaskAsync(PanelMeeting meeting, CancellationToken ct)
    {
        var on = meeting.On;
        var gone = await db.Set<Attendance>()
            .Where(a =>
                a.MeetingId == meeting.Id
                && !db.Set<PanelListEntry>()
                    .Any(e =>
                        e.AccountId == a.AccountId && e.From <= on && (e.To == null || e.To >= on)
                    )
            )
            .ToListAsync(ct);
        db.RemoveRange(gone);
        return gone.Count;
    }
}
