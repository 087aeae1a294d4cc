using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Cases;

/// <summary>Where a cover stands.</summary>
public enum CoverState
{
    Planned,
    Running,
    Over,
    Cancelled,
}

/// <summary>
/// A worker is away and somebody in the same role has their cases meanwhile: the dates, the reminders and whom the family
/// asks. On the day after it they go back by themselves.
/// </summary>
public sealed class Cover : ICouncilOwned, IVersioned
{
    public const int LongestDays = 366;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid AwayId { get; init; }
    public required Guid CoverId { get; init; }
    public required Role Role { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day on which they are away.</summary>
    public required DateOnly Until { get; set; }
    public CoverState State { get; private set; } = CoverState.Planned;
    public required string PlannedBy { get; init; }
    public DateOnly? EndedOn { get; private set; }
    public uint Version { get; set; }

    public bool IsOpen => State is CoverState.Planned or CoverState.Running;

    /// <summary>Moves it to where it stands on a day.</summary>
    public void Turn(DateOnly today)
    {
        if (State == CoverState.Planned && From <= today)
            State = CoverState.Running;
        if (State == CoverState.Running && Until < today)
            (State, EndedOn) = (CoverState.Over, today);
    }

    /// <summary>They are back before the last day, or do not go at all.</summary>
    public Result End(DateOnly today)
    {
        if (!IsOpen || Until < today)
            return Result.Refused("This cover has ended already.");
        if (State == CoverState.Planned)
            (State, EndedOn) = (CoverState.Cancelled, today);
        else
            Until = today.AddDays(-1);
        return Result.Done;
    }
}

/// <summary>One case that went over, or why it did not.</summary>
public sealed class CoveredCase : ICaseOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid CoverId { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Why it stayed with whoever is away; null where it went over.</summary>
    public string? Kept { get; init; }

    /// <summary>The case is restricted, and whoever covers was named for the time only.</summary>
    public bool NamedForIt { get; init; }

    /// <summary>Whoever covers was named for panel before, and is again when the case goes back; until panel has done with it.</summary>
    public bool WasAtPanel { get; set; }
    public DateOnly? BackOn { get; set; }

    /// <summary>Why it could not go back and stays with whoever covered; null while nothing stood against it.</summary>
    public string? Stayed { get; set; }
}
