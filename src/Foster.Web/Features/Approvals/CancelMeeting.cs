using Foster.Web.Features.Approvals.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Approvals;

public sealed record CancelMeetingInput(Guid MeetingId, string Reasons);

/// <summary>Calls a meeting off. Its cases go back to those that wait for panel, and whoever knows of it is told.</summary>
public sealed class CancelMeeting(
    FosterDb db,
    WholeAgenda agenda,
    ItemReads items,
    DeadlineBook deadlines,
    LondonClock clock,
    CaseHistory cases,
    CouncilHistory history
)
{
    public Task<Result> RunAsync(CancelMeetingInput input, Actor actor, CancellationToken ct) =>
        actor.Is(Role.PanelAdviser)
            ? agenda.WithAllAsync(actor, () => CancelAsync(input, actor, ct))
            : Task.FromResult(Result.Refused("Only the panel adviser sets the dates of panel."));

    private async Task<Result> CancelAsync(
        CancelMeetingInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await agenda.FindAsync(input.MeetingId, ct) is not { } meeting)
            return Result.Refused("This meeting is not there.");
        var cancelled = meeting.Cancel(clock.Today, input.Reasons);
        if (!cancelled.Ok)
            return cancelled;
        var open = await agenda.OpenItemsAsync(meeting.Id, ct);
        await agenda.TellAsync(
            open,
            actor,
            to => MeetingEmails.CancelledForMember(to, meeting.On),
            to => MeetingEmails.CancelledForApplicant(to, meeting.On),
            ct
        );
        foreach (var item in open)
            await TakeOffAsync(item, meeting, input.Reasons, actor, ct);
        history.Write(
            actor,
            meeting.Id,
            new HistoryNote(
                "panel.meeting-cancelled",
                $"Panel on {BritishDate.Long(meeting.On)} cancelled"
            )
            {
                ReasonCode = "cancelled",
                Reason = input.Reasons.Trim(),
                Rules = ["R-VAL-06"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task TakeOffAsync(
        PanelItem item,
        PanelMeeting meeting,
        string reasons,
        Actor actor,
        CancellationToken ct
    )
    {
        item.TakeOff(actor, clock.Today, []);
        await deadlines.CancelAsync(
            item.CaseId,
            DeadlineRules.PanelPapers,
            "The meeting was cancelled.",
            ct,
            item.Id
        );
        await items.EndHearingAsync(item, ct);
        await cases.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote(
                "panel.cancelled",
                $"Panel on {BritishDate.Long(meeting.On)} is cancelled; the case waits for another"
            )
            {
                ForApplicant =
                    $"The panel meeting of {BritishDate.Long(meeting.On)} does not take place. We will tell you the new date.",
                ReasonCode = "cancelled",
                Reason = reasons.Trim(),
                Rules = ["R-PANEL-08", "R-VAL-06"],
            },
            ct
        );
    }
}
