namespace Foster.Web.Foundation.History;

/// <summary>What somebody did with a record.</summary>
public enum AccessAct
{
    View,
    Change,
    Export,
    Refusal,

    /// <summary>Looked for people or a case. What was typed is not kept: it would be a name in a log that outlives it.</summary>
    Search,
}

/// <summary>Which of the data that deserve most care a page shows.</summary>
public enum AccessKind
{
    /// <summary>A case that is open to named people only (R-SOD-08).</summary>
    Restricted,

    /// <summary>Criminal records and allegations (R-DP-03, R-DP-04).</summary>
    Criminal,

    /// <summary>Health and the other special categories (R-DP-02).</summary>
    Health,

    /// <summary>References, third parties and what staff wrote for staff.</summary>
    Confidential,
    Bank,

    /// <summary>People on record, found by their names (R-DP-12).</summary>
    People,
}

/// <summary>
/// One look at, change of, export of or refused way to data that deserve most care (R-DP-12): who, in which role, what,
/// when, from where. It names records and holds none of their content.
/// </summary>
public sealed class AccessEntry : IChained
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required AccessAct Act { get; init; }

    /// <summary>The kinds of data, separated by a space.</summary>
    public required string Kinds { get; init; }

    /// <summary>The page, as the program lists it: /staff/cases/{caseId}.</summary>
    public required string Page { get; init; }
    public Guid? CaseId { get; init; }

    /// <summary>The person on record whom it concerned, where it was one of the case.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The record itself: a check, a letter, an item of the agenda.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>How many rows were shown or exported.</summary>
    public int Rows { get; init; } = 1;
    public required DateTime RecordedAt { get; init; }
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string ActorRole { get; init; }
    public string? FromAddress { get; init; }
    public string? ContentDigest { get; init; }
    public string Digest { get; private set; } = "";

    /// <summary>Why, encrypted, where a rule asks for a reason.</summary>
    public AccessBody? Body { get; init; }

    public AccessEntry Signed()
    {
        Digest = Facts.Of("foster:access:1", this);
        return this;
    }

    public void Tell(Facts facts) =>
        facts
            .Add(Id)
            .Add(CouncilId)
            .Add(Act.ToString())
            .Add(Kinds)
            .Add(Page)
            .Add(CaseId)
            .Add(PersonId)
            .Add(SubjectId)
            .Add(Rows)
            .Add(RecordedAt)
            .Add(ActorId)
            .Add(ActorName)
            .Add(ActorRole)
            .Add(FromAddress)
            .Add(ContentDigest);
}

public sealed class AccessBody : IChainedBody
{
    public const string Table = "AccessLogBodies";

    public required Guid EntryId { get; init; }
    public required byte[] Content { get; init; }
}
