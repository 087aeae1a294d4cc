using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record ScheduleMeetingInput(
    DateOnly On,
    TimeOnly At,
    string Place,
    bool IsOnline,
    bool IsJoint
);

/// <summary>Sets the date of a panel and asks everybody who is on the central list that day.</summary>
public sealed class ScheduleMeeting(
    FosterDb db,
    DeadlineBook deadlines,
    LondonClock clock,
    CouncilHistory history
)
{
    public async Task<Result<PanelMeeting>> RunAsync(
        ScheduleMeetingInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (!actor.Is(Role.PanelAdviser))
            against.Add(new Refusal("Only the panel adviser sets the dates of panel."));
        if (input.On < clock.Today)
            against.Add(
                new Refusal("The date of the meeting must be today or later.", "R-VAL-04", "on")
            );
        if (
            await db.Set<PanelMeeting>()
                .AnyAsync(m => m.On == input.On && m.At == input.At && m.CancelledOn == null, ct)
        )
            against.Add(new Refusal("There is a meeting at that time already.", null, "at"));
        if (against.Count > 0)
            return Result<PanelMeeting>.Refused(against);
        var papers = await deadlines.PreviewAsync(DeadlineRules.PanelPapers, input.On, ct);
        var meeting = new PanelMeeting
        {
            CouncilId = actor.CouncilId,
            On = input.On,
            At = input.At,
            Place = input.Place,
            IsOnline = input.IsOnline,
            IsJoint = input.IsJoint,
            PapersDueOn = papers.On,
        };
        db.Add(meeting);
        foreach (
            var entry in await db.Set<PanelListEntry>()
                .Where(e => e.From <= input.On && (e.To == null || e.To >= input.On))
                .ToListAsync(ct)
        )
            db.Add(AskMembers.Asked(meeting, entry));
        history.Write(
            actor,
            meeting.Id,
            new HistoryNote("panel.scheduled", $"Panel on {BritishDate.Long(input.On)} scheduled")
            {
                Rules = ["R-PANEL-08"],
            }
        );
        await db.SaveChangesAsync(ct);
        return meeting;
    }
}
