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

/// <summary>One thing that happened in a case (§10.5). Written once, never changed; what it says in words is its body.</summary>
public sealed class HistoryEntry : ICaseOwned, IChained
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>A stable key such as enquiry.contacted.</summary>
    public required string Kind { get; init; }

    /// <summary>True where there are safe words for the applicant or carer.</summary>
    public bool IsTold { get; init; }

    /// <summary>The person this is about, where only that person may see it (R-SOD-13).</summary>
    public Guid? PersonId { get; init; }
    public required Audience Audience { get; init; }

    /// <summary>The London day on which it happened.</summary>
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The instant at which it was written down.</summary>
    public required DateTime RecordedAt { get; init; }
    public Guid? ActorId { get; init; }

    /// <summary>Employees by name; everybody else by what they are, since this stays when the case is erased.</summary>
    public required string ActorName { get; init; }
    public required string ActorRole { get; init; }

    /// <summary>The network address from which it was done; null where Foster did it by itself.</summary>
    public string? FromAddress { get; init; }
    public string? FromState { get; init; }
    public string? ToState { get; init; }
    public string? ReasonCode { get; init; }

    /// <summary>Rule ids, separated by a space.</summary>
    public string RuleIds { get; init; } = "";
    public int PayloadVersion { get; init; } = 1;
    public required string RuleSetVersion { get; init; }
    public required string CalendarVersion { get; init; }
    public string? ContentDigest { get; init; }
    public string Digest { get; private set; } = "";
    public HistoryBody? Body { get; init; }

    public HistoryEntry Signed()
    {
        Digest = Facts.Of("foster:case:1", this);
        return this;
    }

    public void Tell(Facts facts) =>
        facts
            .Add(Id)
            .Add(CouncilId)
            .Add(CaseId)
            .Add(Kind)
            .Add(IsTold)
            .Add(PersonId)
            .Add(Audience.ToString())
            .Add(OccurredOn)
            .Add(RecordedAt)
            .Add(ActorId)
            .Add(ActorName)
            .Add(ActorRole)
            .Add(FromAddress)
            .Add(FromState)
            .Add(ToState)
            .Add(ReasonCode)
            .Add(RuleIds)
            .Add(PayloadVersion)
            .Add(RuleSetVersion)
            .Add(CalendarVersion)
            .Add(ContentDigest);
}

/// <summary>The words of an entry, encrypted.</summary>
public sealed class HistoryBody : IChainedBody
{
    public const string Table = "HistoryBodies";

    public required Guid EntryId { get; init; }
    public required byte[] Content { get; init; }
}
