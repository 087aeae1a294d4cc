using System.Globalization;

namespace Foster.Web.Foundation.Journeys;

/// <summary>A whole number.</summary>
public sealed class NumberField(string name) : Field<int>(name)
{
    public int Min { get; init; }

    public int Max { get; init; } = 1_000_000;

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    public string? Width { get; init; } = "govuk-input--width-5";

    public override FieldShape Shape =>
        new InputShape("text", "numeric", Width, false, Prefix, Suffix);

    public override Reading Parse(RawValues raw)
    {
        var text = Words.PlainDigits(raw[Name].Trim());
        if (text.Length == 0)
            return Reading.Nothing;
        var bare = string.Concat(text.Where(c => c != ',' && !char.IsWhiteSpace(c)));
        if (long.TryParse(bare, NumberStyles.AllowLeadingSign, British, out var number))
            return number is >= int.MinValue and <= int.MaxValue
                ? Reading.Of((int)number)
                : Reading.Wrong(TooLarge);
        return decimal.TryParse(bare, NumberStyles.Number, British, out _)
            ? Reading.Wrong($"{Called} must be a whole number")
            : Reading.Wrong($"{Called} must be a number, like {Example}");
    }

    public override void Write(int value, RawValues raw) =>
        raw.Set(Name, value.ToString(CultureInfo.InvariantCulture));

    public override string Display(int value) =>
        $"{Prefix}{value.ToString("N0", British)}{(Suffix is null ? "" : " " + Suffix)}";

    protected override string? Check(int value, DateOnly today)
    {
        if (value > Max)
            return TooLarge;
        return value < Min ? $"{Called} must be {Min.ToString("N0", British)} or more" : null;
    }

    private string TooLarge => $"{Called} must be {Max.ToString("N0", British)} or fewer";

    private string Example => Math.Clamp(3, Min, Max).ToString(British);
}
