using Foster.Web.Foundation.Data;

namespace Foster.Web.Foundation.History;

/// <summary>Who may read an entry besides the staff of the case.</summary>
public enum Audience
{
    Staff,
    Applicant,
    Carer,
    Restricted,
}

/// <summary>One thing that happened in a case (§10.5). Written once, never changed.</summary>
public sealed class HistoryEntry : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>A stable key such as enquiry.contacted.</summary>
    public required string Kind { get; init; }

    /// <summary>What happened, in words for staff.</summary>
    public required string Title { get; init; }

    /// <summary>The safe words for the applicant or carer; null where they do not see it.</summary>
    public string? PublicTitle { get; init; }

    /// <summary>The person this is about, where only that person may see it (R-SOD-13).</summary>
    public Guid? PersonId { get; init; }
    public required Audience Audience { get; init; }

    /// <summary>The London day on which it happened.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The instant at which it was written down.</summary>
    public required DateTime RecordedAt { get; init; }
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string ActorRole { get; init; }
    public string? OnBehalfOf { get; init; }
    public string? FromState { get; init; }
    public string? ToState { get; init; }
    public string? ReasonCode { get; init; }
    public string? Reason { get; init; }

    /// <summary>Rule ids, separated by a space.</summary>
    public string RuleIds { get; init; } = "";

    /// <summary>Further facts as versioned JSON.</summary>
    public string Payload { get; init; } = "{}";
    public int PayloadVersion { get; init; } = 1;
    public required string RuleSetVersion { get; init; }
    public required string CalendarVersion { get; init; }

    /// <summary>SHA-256 over the other columns in a fixed order.</summary>
    public required string Digest { get; init; }
}
