using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Foundation.Clock;

/// <summary>Whether an act may be recorded for the day on which it is said to have happened (§10.5, R-VAL-04).</summary>
public sealed class BackDating(LondonClock clock, ICalendarSource calendars)
{
    /// <summary>Days after the act in which recording it is ordinary lateness and needs nobody's leave.</summary>
    public const int OrdinaryWorkingDays = 5;

    /// <summary>Every reason against this day; empty when it may stand.</summary>
    /// <param name="field">The form field that holds the day.</param>
    public async Task<IReadOnlyList<Refusal>> AgainstAsync(
        DateOnly occurredOn,
        Actor actor,
        CancellationToken ct,
        string field = "on"
    )
    {
        var today = clock.Today;
        if (occurredOn > today)
            return [new Refusal("The date must be today or in the past.", "R-VAL-04", field)];
        if (actor.Role is Role.TeamManager or Role.System)
            return [];
        var calendar = await calendars.CurrentAsync(ct);
        var earliest = today;
        for (var left = OrdinaryWorkingDays; left > 0; )
        {
            earliest = earliest.AddDays(-1);
            if (calendar.IsWorkingDay(earliest))
                left--;
        }
        return occurredOn >= earliest
            ? []
            :
            [
                new Refusal(
                    $"The date is more than {OrdinaryWorkingDays} working days ago. Ask the team manager to record it.",
                    "R-VAL-04",
                    field
                ),
            ];
    }

    /// <summary>
    /// For an act that is the worker's own: the team manager records it only where one of its days lies longer back, and
    /// so gives leave for that day (§10.5).
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> AgainstInsteadAsync(
        string worker,
        Actor actor,
        CancellationToken ct,
        params (DateOnly On, string Field)[] days
    )
    {
        var against = new List<Refusal>();
        foreach (var (on, field) in days)
            against.AddRange(await AgainstAsync(on, actor, ct, field));
        if (!actor.Is(Role.TeamManager) || against.Count > 0)
            return against;
        foreach (var (on, field) in days)
            if ((await AgainstAsync(on, actor with { Role = Role.Assessor }, ct, field)).Count > 0)
                return [];
        return
        [
            new Refusal(
                $"The {worker} records this. You record only what happened more than {OrdinaryWorkingDays} working days ago.",
                "R-VAL-04",
                days[0].Field
            ),
        ];
    }
}
