using System.Globalization;

namespace Foster.Web.Foundation.Journeys;

/// <summary>Pounds and pence in one input, kept as whole pence.</summary>
public sealed class MoneyField(string name) : Field<long>(name)
{
    /// <summary>The smallest amount that is fine, in pence.</summary>
    public long Min { get; init; }

    /// <summary>The largest amount that is fine, in pence.</summary>
    public long Max { get; init; } = 100_000_000_00;

    public override FieldShape Shape { get; } =
        new InputShape("text", "decimal", "govuk-input--width-10", false, "£");

    public override Reading Parse(RawValues raw)
    {
        var text = Words.PlainDigits(raw[Name].Trim());
        if (text.Length == 0)
            return Reading.Nothing;
        var bare = string.Concat(text.Where(c => c is not (',' or '£') && !char.IsWhiteSpace(c)));
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (
            bare.Length > 15
            || !decimal.TryParse(bare, styles, CultureInfo.InvariantCulture, out var pounds)
        )
            return Reading.Wrong($"{Called} must be an amount of money, like 250 or 250.75");
        var pence = pounds * 100;
        return pence == decimal.Truncate(pence)
            ? Reading.Of((long)pence)
            : Reading.Wrong($"{Called} must have no more than 2 numbers after the point");
    }

    public override void Write(long value, RawValues raw) =>
        raw.Set(Name, (value / 100m).ToString("0.00", CultureInfo.InvariantCulture));

    public override string Display(long value) =>
        (value < 0 ? "−" : "") + "£" + Math.Abs(value / 100m).ToString("N2", British);

    protected override string? Check(long value, DateOnly today)
    {
        if (value > Max)
            return $"{Called} must be {Display(Max)} or less";
        return value < Min ? $"{Called} must be {Display(Min)} or more" : null;
    }
}
