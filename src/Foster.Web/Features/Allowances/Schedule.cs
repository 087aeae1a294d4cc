using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <summary>
/// What a council pays from a day on, as one person entered it. It is never changed, neither as a draft nor later: what
/// is wrong is entered anew (M-PAY-01).
/// </summary>
public sealed class Schedule : ICouncilOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required string Name { get; init; }
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Which national minimum it is measured by.</summary>
    public required Region Region { get; init; }
    public required DateTime EnteredAt { get; init; }
    public required Guid EnteredById { get; init; }
    public required string EnteredBy { get; init; }
}

/// <summary>The allowance for one band of ages, a week.</summary>
public sealed class ScheduleRate : ICouncilOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid ScheduleId { get; init; }
    public required AgeBand Band { get; init; }
    public required long Pence { get; init; }

    public Money Rate => new(Pence);
}

/// <summary>A level of skill as the council names it, and its fee a week for each child.</summary>
public sealed class ScheduleLevel : ICouncilOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid ScheduleId { get; init; }

    /// <summary>1 for the first; it stands in addresses.</summary>
    public required int Number { get; init; }
    public required string Name { get; init; }
    public required long Pence { get; init; }

    public Money Fee => new(Pence);
}

public enum ScheduleOutcome
{
    Published,
    Discarded,
}

/// <summary>What became of a draft: there is one answer, and it stays.</summary>
public sealed class ScheduleDecision : ICouncilOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid ScheduleId { get; init; }
    public required ScheduleOutcome Outcome { get; init; }
    public required DateTime DecidedAt { get; init; }
    public required Guid DecidedById { get; init; }
    public required string DecidedBy { get; init; }

    /// <summary>On whose decision, or why not.</summary>
    public required string Reason { get; init; }
}
