namespace Foster.Web.Foundation.Journeys;

/// <summary>Yes or no, or not answered.</summary>
public sealed class YesNoField(string name) : Field<bool>(name)
{
    private const string YesKey = "yes";
    private const string NoKey = "no";

    public string Yes { get; init; } = "Yes";

    public string No { get; init; } = "No";

    public string? YesHint { get; init; }

    public string? NoHint { get; init; }

    /// <summary>Side by side, unless an option has a long label or a hint.</summary>
    public bool Inline { get; init; } = true;

    public override FieldShape Shape =>
        new ChoiceShape(
            [new ChoiceItem(YesKey, Yes, YesHint), new ChoiceItem(NoKey, No, NoHint)],
            Inline: Inline && YesHint is null && NoHint is null
        );

    public override Reading Parse(RawValues raw) =>
        raw.Many(Name).Where(v => v.Length > 0).Distinct().ToArray() switch
        {
            [] => Reading.Nothing,
            [YesKey] => Reading.Of(true),
            [NoKey] => Reading.Of(false),
            _ => Reading.Wrong(Missing),
        };

    public override void Write(bool value, RawValues raw) => raw.Set(Name, value ? YesKey : NoKey);

    public override string Display(bool value) => value ? Yes : No;

    protected override string DefaultMissing => "Select yes or no";
}
