namespace Foster.Web.Foundation.Journeys;

/// <summary>A phone number in any common way of writing, kept as +447700900123.</summary>
public sealed class PhoneField(string name) : Field<string>(name)
{
    public override FieldShape Shape { get; } =
        new InputShape("tel", "tel", "govuk-input--width-20", false);

    public override Reading Parse(RawValues raw)
    {
        var text = raw[Name].Trim();
        if (text.Length == 0)
            return Reading.Nothing;
        return Normalise(text) is { } number
            ? Reading.Of(number)
            : Reading.Wrong(
                "Enter a phone number, like 0151 496 0123, 07700 900 982 or +44 808 157 0192"
            );
    }

    public override void Write(string value, RawValues raw) => raw.Set(Name, Display(value));

    protected override string DefaultMissing => "Enter a phone number";

    public override string Display(string value) => Pretty(value);

    /// <summary>+ and digits, or null when it cannot be a phone number.</summary>
    public static string? Normalise(string text)
    {
        var kept = new List<char>(text.Length);
        foreach (var c in Words.PlainDigits(text).Replace("(0)", "", StringComparison.Ordinal))
        {
            if (char.IsAsciiDigit(c) || (c is '+' or '\uff0b' && kept.Count == 0))
                kept.Add(c is '\uff0b' ? '+' : c);
            else if (
                !char.IsWhiteSpace(c) && !"-.()/\u2010\u2011\u2012\u2013\u202a\u202c".Contains(c)
            )
                return null;
        }
        var digits = string.Concat(kept);
        if (digits.StartsWith("00", StringComparison.Ordinal))
            digits = "+" + digits[2..];
        else if (digits.StartsWith("44", StringComparison.Ordinal) && digits.Length == 12)
            digits = "+" + digits;
        else if (digits.StartsWith('7') && digits.Length == 10)
            digits = "+44" + digits;
        else if (digits.StartsWith('0'))
            digits = "+44" + digits[1..];
        if (digits.StartsWith("+440", StringComparison.Ordinal))
            digits = "+44" + digits[4..];
        return IsNumber(digits) ? digits : null;
    }

    /// <summary>A stored number as people in Britain write it.</summary>
    public static string Pretty(string stored)
    {
        if (!stored.StartsWith("+44", StringComparison.Ordinal) || stored.Length < 12)
            return stored;
        var national = "0" + stored[3..];
        if (national.Length != 11)
            return $"{national[..5]} {national[5..]}";
        return national switch
        {
            ['0', '2', ..] => $"{national[..3]} {national[3..7]} {national[7..]}",
            ['0', '3' or '8' or '9', ..] or ['0', '1', '1', ..] or ['0', '1', _, '1', ..] =>
                $"{national[..4]} {national[4..7]} {national[7..]}",
            _ => $"{national[..5]} {national[5..]}",
        };
    }

    private static bool IsNumber(string digits)
    {
        if (!digits.StartsWith('+') || digits[1..].Any(c => !char.IsAsciiDigit(c)))
            return false;
        if (!digits.StartsWith("+44", StringComparison.Ordinal))
            return digits.Length is >= 8 and <= 16 && digits[1] != '0';
        // One digit less is possible for a few old area codes and 0800 numbers only.
        var old = digits[3..] is ['1', ..] or ['8', '0', '0', ..];
        return digits.Length == 13 && digits[3] is not ('0' or '4' or '6')
            || digits.Length == 12 && old;
    }
}
