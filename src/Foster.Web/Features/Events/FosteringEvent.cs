using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Events;

/// <summary>What people come to. A time for a call is booked like an event and has its own page.</summary>
public enum EventKind
{
    DropIn,
    InformationSession,
    Online,
    Stall,
    CallBack,
}

/// <summary>Whether people can see it and book.</summary>
public enum EventState
{
    Draft,
    Published,
    Cancelled,
}

/// <summary>What staff enter of an event.</summary>
/// <param name="Places">How many people can come; for calls, how many can be made in the time.</param>
/// <param name="CostPence">What it costs the service, in whole pence (M-HUB-11).</param>
public sealed record EventPlan(
    EventKind Kind,
    string Title,
    DateTime StartsAt,
    DateTime EndsAt,
    string Place,
    string Directions,
    string Access,
    int Places,
    long CostPence
);

/// <summary>An event, or a time in which we call people, with a number of places (M-HUB-11).</summary>
public sealed class FosteringEvent : ICouncilOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public EventKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public DateTime StartsAt { get; private set; }
    public DateTime EndsAt { get; private set; }
    public string Place { get; private set; } = "";

    /// <summary>How to get there, in words, so that nobody needs a map.</summary>
    public string Directions { get; private set; } = "";

    /// <summary>What there is for people with access needs.</summary>
    public string Access { get; private set; } = "";
    public int Places { get; private set; }
    public long CostPence { get; private set; }
    public EventState State { get; private set; } = EventState.Draft;
    public uint Version { get; set; }

    public bool IsCall => Kind == EventKind.CallBack;

    /// <summary>Everything that is wrong with a plan.</summary>
    /// <param name="taken">Places that are booked already.</param>
    public static IReadOnlyList<Refusal> Against(EventPlan plan, DateTime now, int taken)
    {
        var against = new List<Refusal>();
        if (plan.StartsAt <= now)
            against.Add(new("It must be in the future.", "M-HUB-11", "on"));
        if (plan.EndsAt <= plan.StartsAt)
            against.Add(new("It must end after it begins.", "M-HUB-11", "ends"));
        if (plan.Places < Math.Max(1, taken))
            against.Add(
                new(
                    taken > 0
                        ? $"{taken} places are booked already. Enter at least as many."
                        : "There must be at least 1 place.",
                    "M-HUB-11",
                    "places"
                )
            );
        if (plan.Kind != EventKind.CallBack && plan.Place.Length == 0)
            against.Add(new("Enter where it is.", "M-HUB-11", "place"));
        return against;
    }

    public void Plan(EventPlan plan) =>
        (Kind, Title, StartsAt, EndsAt, Place, Directions, Access, Places, CostPence) = (
            plan.Kind,
            plan.Title,
            plan.StartsAt,
            plan.EndsAt,
            plan.Place,
            plan.Directions,
            plan.Access,
            plan.Places,
            plan.CostPence
        );

    public Result Publish(DateTime now)
    {
        if (State != EventState.Draft)
            return Result.Refused("It is published or cancelled already.");
        if (StartsAt <= now)
            return Result.Refused("It has begun already. Change its day first.");
        State = EventState.Published;
        return Result.Done;
    }

    /// <param name="spentPence">What was spent on it already; null where nobody says so, and then it is what was entered.</param>
    public Result Cancel(DateTime now, long? spentPence = null)
    {
        if (State == EventState.Cancelled)
            return Result.Refused("It is cancelled already.");
        if (State == EventState.Published && StartsAt <= now)
            return Result.Refused("It has begun already.");
        (State, CostPence) = (EventState.Cancelled, spentPence ?? CostPence);
        return Result.Done;
    }
}
