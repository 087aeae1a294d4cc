using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record RecordAttendanceInput(Guid MeetingId, IReadOnlyList<Guid> Present);

/// <summary>Writes down who came to a meeting. Stands once panel has recommended on anything there.</summary>
public sealed class RecordAttendance(FosterDb db, LondonClock clock, CouncilHistory history)
{
    public async Task<Result> RunAsync(
        RecordAttendanceInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.Is(Role.PanelAdviser))
            return Result.Refused("Only the panel adviser records who came.", "R-VAL-11");
        var meeting = await db.Set<PanelMeeting>()
            .SingleOrDefaultAsync(m => m.Id == input.MeetingId, ct);
        if (meeting is null)
            return Result.Refused("This meeting is not there.");
        var asked = await db.Set<Attendance>()
            .Where(a => a.MeetingId == meeting.Id)
            .ToListAsync(ct);
        var against = new List<Refusal>();
        if (meeting.CancelledOn is not null)
            against.Add(new Refusal("The meeting is cancelled.", "R-VAL-11"));
        if (meeting.On > clock.Today)
            against.Add(new Refusal("The meeting has not taken place yet.", "R-VAL-04", "present"));
        if (input.Present.Any(p => asked.All(a => a.AccountId != p)))
            against.Add(new Refusal("Choose only people who were asked.", "R-VAL-11", "present"));
        if (
            await db.Set<PanelItem>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .AnyAsync(i => i.MeetingId == meeting.Id && i.State == PanelItemState.Heard, ct)
        )
            against.Add(
                new Refusal(
                    "Panel has recommended at this meeting, so its attendance stands.",
                    "R-VAL-11"
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        foreach (var one in asked)
            one.Present = input.Present.Contains(one.AccountId);
        meeting.AttendanceOn = clock.Today;
        history.Write(
            actor,
            meeting.Id,
            new HistoryNote(
                "panel.attendance",
                $"{input.Present.Count} of {asked.Count} came to panel on {BritishDate.Long(meeting.On)}"
            )
            {
                OccurredOn = meeting.On,
                Rules = ["R-VAL-11"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
