namespace Foster.Web.Foundation.Clock;

/// <summary>A rule that sets one or more due dates. Its lines are declared beside it in <c>Deadlines/</c>.</summary>
/// <param name="Id">Its ID in the rules reference.</param>
/// <param name="Title">What it asks for, in plain words.</param>
/// <param name="TriggerLabel">What starts the clock: "the day the report was sent".</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Force">What stands behind it.</param>
/// <param name="Confidence">How far it was checked.</param>
public sealed record DeadlineRule(
    string Id,
    string Title,
    string TriggerLabel,
    string Source,
    RuleForce Force,
    Confidence Confidence
)
{
    private readonly List<DeadlineLine> lines = [];

    public IReadOnlyList<DeadlineLine> Lines => lines;

    /// <summary>The one line of a rule with a single due date; its key is the rule's ID.</summary>
    internal DeadlineLine Only(Counting counting, int number) =>
        Add(new DeadlineLine(this, Id, Title, TriggerLabel, counting, number, Force, null));

    /// <summary>One line of several. What the rule says of itself holds unless the line says otherwise.</summary>
    internal DeadlineLine Line(
        string name,
        string label,
        Counting counting,
        int number,
        string? trigger = null,
        RuleForce? force = null,
        Tuning? tuning = null
    ) =>
        Add(
            new DeadlineLine(
                this,
                $"{Id}/{name}",
                label,
                trigger ?? TriggerLabel,
                counting,
                number,
                force ?? Force,
                tuning
            )
        );

    public bool Equals(DeadlineRule? other) => other?.Id == Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    private DeadlineLine Add(DeadlineLine line)
    {
        lines.Add(line);
        return line;
    }
}
