using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

/// <summary>
/// Records whose time is over: proposed by a rule, confirmed by a records officer, then erased (R-DP-11). Once erased the
/// row is the destruction certificate. It holds a reference and days and nothing about anybody, and outlives the case.
/// </summary>
public sealed class RetentionItem : ICouncilOwned, IVersioned
{
    /// <summary>Everything of the case.</summary>
    public const string WholeCase = "case";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required string Reference { get; init; }

    /// <summary>The whole case, or the key of the detail that goes earlier.</summary>
    public required string What { get; init; }

    /// <summary>The case, or the record that holds the detail.</summary>
    public required Guid SubjectId { get; init; }
    public RetentionState State { get; private set; } = RetentionState.Proposed;
    public string LineKey { get; private set; } = "";
    public string RuleId { get; private set; } = "";

    /// <summary>The number and the rules in force when it was proposed.</summary>
    public int Number { get; private set; }
    public string RuleSetVersion { get; private set; } = "";
    public DateOnly TriggerOn { get; private set; }

    /// <summary>The last day on which it has to be kept; it may go from the next one.</summary>
    public DateOnly KeptTo { get; private set; }
    public DateOnly DueOn { get; private set; }
    public string Explanation { get; private set; } = "";
    public required DateOnly ProposedOn { get; set; }
    public DateTime? ConfirmedAt { get; private set; }
    public Guid? ConfirmedById { get; private set; }
    public string? ConfirmedBy { get; private set; }
    public DateTime? ErasedAt { get; private set; }

    /// <summary>How many rows went from which table, a line each.</summary>
    public string Counts { get; private set; } = "";
    public uint Version { get; set; }

    public void Count(RetentionDue due, string ruleSet)
    {
        (LineKey, RuleId, Number) = (due.Line.Key, due.Line.Rule.Id, due.Number);
        (TriggerOn, KeptTo, DueOn) = (due.TriggerOn, due.KeptTo, due.DueOn);
        (Explanation, RuleSetVersion) = (due.Explanation, ruleSet);
    }

    public Result ProposeAgain(Actor actor, DateOnly on) =>
        Move(RetentionVerb.ProposeAgain, actor, [], () => ProposedOn = on);

    public Result Confirm(Actor actor, DateTime at, IReadOnlyList<Refusal> against) =>
        Move(
            RetentionVerb.Confirm,
            actor,
            against,
            () => (ConfirmedAt, ConfirmedById, ConfirmedBy) = (at, actor.AccountId, actor.Name)
        );

    /// <summary>Its time is not over any more: it was opened again, or the council keeps such records longer now.</summary>
    public Result Withdraw(Actor actor) =>
        Move(
            RetentionVerb.Withdraw,
            actor,
            [],
            () => (ConfirmedAt, ConfirmedById, ConfirmedBy) = (null, null, null)
        );

    public Result Erase(Actor actor, DateTime at, string counts) =>
        Move(RetentionVerb.Erase, actor, [], () => (ErasedAt, Counts) = (at, counts));

    private Result Move(
        RetentionVerb verb,
        Actor actor,
        IReadOnlyList<Refusal> guards,
        Action stamp
    )
    {
        var against = RetentionMachine.Table.Against(State, verb, actor.Role);
        if (against.Count + guards.Count > 0)
            return Result.Refused([.. against, .. guards]);
        State = RetentionMachine.Table.Row(State, verb, actor.Role).To ?? State;
        stamp();
        return Result.Done;
    }
}
