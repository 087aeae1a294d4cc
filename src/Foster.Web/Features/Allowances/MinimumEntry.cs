using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <summary>
/// The national minimum of one year as somebody of the council read and entered it. It is used nowhere before a second
/// person has confirmed it, and it is never changed: what is wrong is entered anew (M-NMA-04).
/// </summary>
public sealed class MinimumEntry : ICouncilOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>The calendar year on whose 6 April it begins.</summary>
    public required int Year { get; init; }

    /// <summary>What the publication is called, and where it can be read.</summary>
    public required string Publication { get; init; }
    public required string Source { get; init; }
    public string? Note { get; init; }

    /// <summary>The confirmed one that it is meant to stand in place of; null where that is a shipped one, or none.</summary>
    public Guid? ReplacesId { get; init; }

    /// <summary>Why it is to stand in place of the table that the year had when it was entered; null where it had none.</summary>
    public string? Why { get; init; }
    public required DateTime EnteredAt { get; init; }
    public required Guid EnteredById { get; init; }
    public required string EnteredBy { get; init; }
}

/// <summary>What a carer should get at least, a week, in one region for one band of ages (M-NMA-01).</summary>
public sealed class MinimumRate : ICouncilOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid EntryId { get; init; }
    public required Region Region { get; init; }
    public required AgeBand Band { get; init; }
    public required long Pence { get; init; }

    public Money Rate => new(Pence);
}

public enum MinimumOutcome
{
    Confirmed,
    SentBack,
}

/// <summary>What the second person said about a table: there is one answer, and it stays.</summary>
public sealed class MinimumDecision : ICouncilOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid EntryId { get; init; }
    public required MinimumOutcome Outcome { get; init; }
    public required DateTime DecidedAt { get; init; }
    public required Guid DecidedById { get; init; }
    public required string DecidedBy { get; init; }

    /// <summary>Why it was sent back; null where it was confirmed.</summary>
    public string? Reason { get; init; }
}
