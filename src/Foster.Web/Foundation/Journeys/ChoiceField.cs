namespace Foster.Web.Foundation.Journeys;

/// <summary>One thing that can be chosen.</summary>
public sealed record Option<T>(T Value, string Label, string? Hint = null)
    where T : notnull
{
    /// <summary>What is posted: the value as text.</summary>
    public string Key { get; } = Value.ToString() ?? "";
}

/// <summary>One choice out of a list: radios, or a select for long lists.</summary>
public class ChoiceField<T>(string name, params IReadOnlyList<Option<T>> options) : Field<T>(name)
    where T : notnull
{
    public IReadOnlyList<Option<T>> Options { get; init; } = options;

    /// <summary>A drop-down, for long lists only.</summary>
    public bool AsSelect { get; init; }

    /// <summary>Side by side, for two short options.</summary>
    public bool Inline { get; init; }

    public override FieldShape Shape =>
        new ChoiceShape(
            [.. Options.Select(o => new ChoiceItem(o.Key, o.Label, o.Hint))],
            AsSelect: AsSelect,
            Inline: Inline
        );

    public override Reading Parse(RawValues raw)
    {
        var chosen = raw.Many(Name).Where(v => v.Length > 0).Distinct().ToArray();
        if (chosen.Length == 0)
            return Reading.Nothing;
        var option = chosen.Length == 1 ? Options.FirstOrDefault(o => o.Key == chosen[0]) : null;
        return option is null ? Reading.Wrong(Missing) : Reading.Of(option.Value);
    }

    public override void Write(T value, RawValues raw) => raw.Set(Name, value.ToString() ?? "");

    public override string Display(T value) =>
        Options.FirstOrDefault(o => o.Value.Equals(value))?.Label ?? "";

    protected override string DefaultMissing => "Select " + Words.WithArticle(Called);
}

/// <summary>Any number of choices out of a list: checkboxes.</summary>
public sealed class MultiChoiceField<T>(string name, params IReadOnlyList<Option<T>> options)
    : Field<IReadOnlyList<T>>(name)
    where T : notnull
{
    public IReadOnlyList<Option<T>> Options { get; init; } = options;

    public override FieldShape Shape =>
        new ChoiceShape(
            [.. Options.Select(o => new ChoiceItem(o.Key, o.Label, o.Hint))],
            Many: true
        );

    public override Reading Parse(RawValues raw)
    {
        var chosen = raw.Many(Name).Where(v => v.Length > 0).Distinct().ToArray();
        if (chosen.Length == 0)
            return Reading.Nothing;
        return chosen.All(c => Options.Any(o => o.Key == c))
            ? Reading.Of(Options.Where(o => chosen.Contains(o.Key)).Select(o => o.Value).ToArray())
            : Reading.Wrong(Missing);
    }

    public override void Write(IReadOnlyList<T> value, RawValues raw) =>
        raw.Set(Name, [.. value.Select(v => v.ToString() ?? "")]);

    public override string Display(IReadOnlyList<T> value) =>
        string.Join("\n", Options.Where(o => value.Contains(o.Value)).Select(o => o.Label));

    protected override string DefaultMissing => "Select " + Words.WithArticle(Called);
}
