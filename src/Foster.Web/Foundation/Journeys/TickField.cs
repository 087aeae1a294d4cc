namespace Foster.Web.Foundation.Journeys;

/// <summary>One thing to tick: true or false, never unanswered.</summary>
public sealed class TickField(string name) : Field<bool>(name)
{
    private const string Ticked = "yes";

    /// <summary>Said when it is not ticked; null when it need not be.</summary>
    public string? MustBeTicked { get; init; }

    /// <summary>What a summary says for a tick and for none.</summary>
    public string Yes { get; init; } = "Yes";

    public string No { get; init; } = "No";

    public override FieldShape Shape { get; } = new TickShape(Ticked);

    public override Reading Parse(RawValues raw)
    {
        var values = raw.Many(Name);
        return values.All(v => v is Ticked or "")
            ? Reading.Of(values.Contains(Ticked))
            : Reading.Wrong(MustBeTicked ?? $"Select whether {Words.LowerFirst(Called)}");
    }

    public override void Write(bool value, RawValues raw) => raw.Set(Name, value ? [Ticked] : []);

    public override string Display(bool value) => value ? Yes : No;

    protected override string? Check(bool value, DateOnly today) => value ? null : MustBeTicked;
}
