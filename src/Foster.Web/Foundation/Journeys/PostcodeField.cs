using System.Text.RegularExpressions;

namespace Foster.Web.Foundation.Journeys;

/// <summary>A full postcode of the United Kingdom, kept as "CH41 6AA".</summary>
public sealed partial class PostcodeField(string name) : Field<string>(name)
{
    public override FieldShape Shape { get; } =
        new InputShape("text", null, "govuk-input--width-10", false);

    public override Reading Parse(RawValues raw)
    {
        var text = raw[Name].Trim();
        if (text.Length == 0)
            return Reading.Nothing;
        return Normalise(text) is { } postcode
            ? Reading.Of(postcode)
            : Reading.Wrong("Enter a full UK postcode, like CH41 6AA");
    }

    /// <summary>Upper case with one space, or null when it is no full postcode.</summary>
    public static string? Normalise(string text)
    {
        if (text.Length > 20)
            return null;
        var bare = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.')))
            .ToUpperInvariant();
        return bare.Length is >= 5 and <= 7 && Shaped().IsMatch(bare)
            ? $"{bare[..^3]} {bare[^3..]}"
            : null;
    }

    /// <summary>Somebody began a UK postcode and left the end out, such as CH1 or CH41 6.</summary>
    public static bool IsBegun(string text) =>
        text.Trim().Length is > 1 and <= 7 && Begun().IsMatch(text.Trim().ToUpperInvariant());

    public override void Write(string value, RawValues raw) => raw.Set(Name, value);

    protected override string DefaultMissing => "Enter a postcode";

    public override string Display(string value) => value;

    [GeneratedRegex(
        @"\A(GIR0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9][0-9ABEHMNPRV-Y]?|[0-9][A-HJKPS-UW])[0-9][ABD-HJLNP-UW-Z]{2})\z",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Shaped();

    [GeneratedRegex(
        @"\A[A-PR-UWYZ][A-HK-Y]?[0-9][0-9A-Z]?( ?[0-9][A-Z]?)?\z",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Begun();
}
