using System.Globalization;
using System.Text.RegularExpressions;

namespace Foster.Web.Foundation.Journeys;

/// <summary>A time of day in one input: 14:30, 2.30pm, 2pm, midday.</summary>
public sealed partial class TimeField(string name) : Field<TimeOnly>(name)
{
    public override FieldShape Shape { get; } =
        new InputShape("text", null, "govuk-input--width-5", false);

    public override Reading Parse(RawValues raw)
    {
        var text = Words.PlainDigits(raw[Name].Trim()).ToLowerInvariant();
        if (text.Length == 0)
            return Reading.Nothing;
        return Read(text) is { } time
            ? Reading.Of(time)
            : Reading.Wrong($"{Called} must be a time, like 2:30pm or 14:30");
    }

    public override void Write(TimeOnly value, RawValues raw) => raw.Set(Name, Display(value));

    public override string Display(TimeOnly value) =>
        value
            .ToString(value.Minute == 0 ? "htt" : "h:mmtt", CultureInfo.InvariantCulture)
            .ToLowerInvariant();

    private static TimeOnly? Read(string text)
    {
        if (text is "midday" or "noon")
            return new TimeOnly(12, 0);
        if (text is "midnight")
            return TimeOnly.MinValue;
        var match = Shaped().Match(text);
        if (!match.Success)
            return null;
        var hour = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"] is { Success: true } m
            ? int.Parse(m.ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        var half = match.Groups["half"].Value;
        if (half.Length > 0 && hour is < 1 or > 12)
            return null;
        if (half.Length == 0 && !match.Groups["m"].Success)
            return null;
        hour = half switch
        {
            "a" => hour % 12,
            "p" => hour % 12 + 12,
            _ => hour,
        };
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(
        @"\A(?<h>[0-9]{1,2})(?:[:. ]?(?<m>[0-9]{2}))?\s*(?:(?<half>[ap])\.?m\.?)?\z",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Shaped();
}
