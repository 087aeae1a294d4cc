using Foster.Web.Foundation.Actors;

namespace Foster.Web.Foundation.Rules;

/// <summary>One row of a state table: which act leads from where to where, by whom, under which rule.</summary>
/// <param name="RuleId">Such as T-ENQ-01.</param>
/// <param name="From">The states in which it may happen; none for the act that makes the record.</param>
/// <param name="To">The state it leads to; null where the act leaves the state as it is.</param>
/// <param name="Guard">What else must hold, in plain words for the page that shows the table.</param>
public sealed record Transition<TState, TVerb>(
    string RuleId,
    TVerb Verb,
    IReadOnlyList<TState> From,
    TState? To,
    IReadOnlyList<Role> By,
    string Guard
)
    where TState : struct, Enum
    where TVerb : struct, Enum;

/// <summary>A state table as a page can show it, whatever its types are.</summary>
public interface IStateTable
{
    string Name { get; }

    /// <summary>Rule, act, from, to, by whom, guard.</summary>
    IEnumerable<(
        string RuleId,
        string Verb,
        string From,
        string To,
        string By,
        string Guard
    )> Rows { get; }
}

/// <summary>The one table that says which act is allowed in which state to which role, and why not.</summary>
public sealed class StateMachine<TState, TVerb>(
    string name,
    Func<TState, string> stateWords,
    Func<TVerb, string> verbWords,
    params IReadOnlyList<Transition<TState, TVerb>> transitions
) : IStateTable
    where TState : struct, Enum
    where TVerb : struct, Enum
{
    public string Name { get; } = name;

    public IReadOnlyList<Transition<TState, TVerb>> Transitions { get; } = transitions;

    /// <summary>Every reason why this act may not happen now by this role; empty when it may.</summary>
    /// <param name="by">The verb's doer. Foster itself is checked like anyone else.</param>
    public IReadOnlyList<Refusal> Against(TState state, TVerb verb, Role by)
    {
        var rows = Transitions.Where(t => Same(t.Verb, verb)).ToList();
        if (rows.Count == 0)
            return [new Refusal($"Nobody can {verbWords(verb)} here.")];
        var here = rows.Where(t => t.From.Contains(state)).ToList();
        var reasons = new List<Refusal>();
        if (here.Count == 0)
            reasons.Add(
                new Refusal(
                    rows.All(t => t.From.Count == 0)
                        ? $"You cannot {verbWords(verb)} a second time: it is {stateWords(state)}."
                        : $"You cannot {verbWords(verb)} now: it is {stateWords(state)}. "
                            + $"That is possible while it is {Or(rows.SelectMany(t => t.From).Distinct().Select(stateWords))}.",
                    rows[0].RuleId
                )
            );
        var allowed = (here.Count > 0 ? here : rows).SelectMany(t => t.By).Distinct().ToList();
        if (!allowed.Contains(by))
            reasons.Add(
                new Refusal(
                    $"A {by.Title().ToLowerInvariant()} cannot {verbWords(verb)}. "
                        + $"It is for the {Or(allowed.Select(r => r.Title().ToLowerInvariant()))}.",
                    rows[0].RuleId
                )
            );
        return reasons;
    }

    /// <summary>The row that applies to an allowed act.</summary>
    public Transition<TState, TVerb> Row(TState state, TVerb verb, Role by) =>
        Transitions.First(t => Same(t.Verb, verb) && t.From.Contains(state) && t.By.Contains(by));

    IEnumerable<(
        string RuleId,
        string Verb,
        string From,
        string To,
        string By,
        string Guard
    )> IStateTable.Rows =>
        Transitions.Select(t =>
            (
                t.RuleId,
                verbWords(t.Verb),
                t.From.Count == 0 ? "not there yet" : Or(t.From.Select(stateWords)),
                t.To is { } to ? stateWords(to) : "unchanged",
                Or(t.By.Select(r => r.Title())),
                t.Guard
            )
        );

    private static bool Same(TVerb a, TVerb b) => EqualityComparer<TVerb>.Default.Equals(a, b);

    private static string Or(IEnumerable<string> words)
    {
        var list = words.ToList();
        return list.Count switch
        {
            0 => "nobody",
            1 => list[0],
            _ => string.Join(", ", list.Take(list.Count - 1)) + " or " + list[^1],
        };
    }
}
