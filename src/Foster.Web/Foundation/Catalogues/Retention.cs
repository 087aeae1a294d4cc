using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Foundation.Catalogues;

/// <summary>The day on which a case, or a record in it, began to wait for the end of its time.</summary>
public sealed class StageEnd
{
    public required Guid CaseId { get; init; }

    /// <summary>The record; the case itself where everything of it is meant.</summary>
    public required Guid SubjectId { get; init; }
    public required DateOnly On { get; init; }
}

/// <summary>
/// Says which cases a rule lets go, and from which day their time is counted. A case for which no feature says so is
/// kept; where several do, the longest time wins (R-REC-05).
/// </summary>
public interface IRetentionStage
{
    DeadlineLine Line { get; }

    IQueryable<StageEnd> Ended();
}

/// <summary>Part of a record that goes earlier than its case, such as what a certificate said (R-DP-04).</summary>
public interface IRetentionDetail
{
    /// <summary>A stable key, such as certificate.</summary>
    string Key { get; }

    /// <summary>What goes and what stays, in plain words.</summary>
    string Words { get; }

    DeadlineLine Line { get; }

    /// <summary>Records that still hold it.</summary>
    IQueryable<StageEnd> Ended();

    /// <summary>Takes it out of one record; the caller saves. What went, by table.</summary>
    Task<IReadOnlyDictionary<string, int>> EraseAsync(
        Guid subjectId,
        Actor actor,
        CancellationToken ct
    );
}

/// <summary>What a run of the retention rules came to.</summary>
/// <param name="Waiting">Confirmed, and this process may not erase.</param>
/// <param name="Spent">Rows that were nobody's record and over by themselves.</param>
/// <param name="Refused">What was confirmed and is kept after all, with the reasons.</param>
/// <param name="Failed">What the database broke off: all of it is still there, and the next run tries again.</param>
public sealed record RetentionOutcome(
    int Erased,
    int Waiting,
    int Spent,
    IReadOnlyList<string> Refused,
    IReadOnlyList<string> Failed
);

/// <summary>Proposes what is due and erases what is confirmed, in every council.</summary>
public interface IRetentionRun
{
    Task<RetentionOutcome> GoAsync(CancellationToken ct);
}

/// <summary>What the count of finished cases keeps of one, so that nobody can be recognised.</summary>
/// <param name="Received">The day it began, of which the month is kept; null where this feature does not know.</param>
/// <param name="Touches">Where it came from, of a case that counts in the report on sources; null for one that does not.</param>
public sealed record CaseTally(
    DateOnly? Received,
    string? Source,
    IReadOnlyList<string> Stages,
    CaseTouches? Touches = null
);

/// <summary>The sources of the first and of the last touch, by their stable names (M-HUB-09).</summary>
public sealed record CaseTouches(string First, string Last);

/// <summary>Stages that the report on sources counts (M-HUB-08). Stored by name: nothing is ever renamed.</summary>
public static class CaseStages
{
    public const string Visited = "visited";
    public const string Applied = "applied";
    public const string Approved = "approved";
}

/// <summary>How many erased cases of a month counted as enquiries, by where they came from and how far they got.</summary>
/// <param name="Month">Its first day.</param>
public sealed record ErasedCases(
    DateOnly Month,
    CaseTouches Touches,
    IReadOnlyList<string> Stages,
    int Cases
);

/// <summary>What is left in the numbers of cases that were erased (R-DP-11).</summary>
public interface IErasedCounts
{
    /// <summary>Those that counted as enquiries in these months, both named by their first days.</summary>
    Task<IReadOnlyList<ErasedCases>> BetweenAsync(
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    );
}

/// <summary>What a feature adds to the count of a case that is about to be erased.</summary>
public interface ICaseTally
{
    /// <summary>In the order of the road.</summary>
    int Order { get; }

    Task<CaseTally?> OfAsync(Guid caseId, CancellationToken ct);
}
