using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <param name="AccountIds">Everybody who is asked; whoever is left out is not, or no longer.</param>
public sealed record AskMembersInput(Guid MeetingId, IReadOnlyList<Guid> AccountIds);

/// <summary>Says who of the central list is asked to a meeting. Only they reach its papers.</summary>
public sealed class AskMembers(FosterDb db, LondonClock clock, CouncilHistory history)
{
    public async Task<Result> RunAsync(AskMembersInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.PanelAdviser))
            return Result.Refused("Only the panel adviser asks members to a meeting.");
        var meeting = await db.Set<PanelMeeting>()
            .SingleOrDefaultAsync(m => m.Id == input.MeetingId, ct);
        if (meeting is null)
            return Result.Refused("This meeting is not there.");
        if (meeting.CancelledOn is not null)
            return Result.Refused("The meeting is cancelled.");
        if (meeting.AttendanceOn is not null || meeting.On < clock.Today)
            return Result.Refused("The meeting has taken place. Record who came instead.");
        var listed = await db.Set<PanelListEntry>()
            .Where(e => e.From <= meeting.On && (e.To == null || e.To >= meeting.On))
            .ToListAsync(ct);
        if (input.AccountIds.Any(a => listed.All(e => e.AccountId != a)))
            return Result.Refused(
                "Choose only people who are on the central list that day.",
                "R-PANEL-01",
                "members"
            );
        var asked = await db.Set<Attendance>()
            .Where(a => a.MeetingId == meeting.Id)
            .ToListAsync(ct);
        db.RemoveRange(asked.Where(a => !input.AccountIds.Contains(a.AccountId)));
        foreach (var id in input.AccountIds.Where(id => asked.All(a => a.AccountId != id)))
            db.Add(Asked(meeting, listed.First(e => e.AccountId == id)));
        history.Write(
            actor,
            meeting.Id,
            new HistoryNote(
                "panel.asked",
                $"{input.AccountIds.Count} members asked to panel on {BritishDate.Long(meeting.On)}"
            )
            {
                Rules = ["R-PANEL-05"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    internal static Attendance Asked(PanelMeeting meeting, PanelListEntry entry) =>
        new()
        {
            CouncilId = meeting.CouncilId,
            MeetingId = meeting.Id,
            AccountId = entry.AccountId,
            Capacity = entry.Capacity,
            IsIndependent = entry.IsIndependent,
        };
}
