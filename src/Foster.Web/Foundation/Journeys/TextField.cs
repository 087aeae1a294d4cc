using System.Text.RegularExpressions;

namespace Foster.Web.Foundation.Journeys;

/// <summary>Text on one line, or on several when <see cref="Rows"/> is more than 0.</summary>
public class TextField(string name) : Field<string>(name)
{
    public int Max { get; init; } = 200;

    public int Min { get; init; }

    /// <summary>0 for one line, else the height of the box.</summary>
    public int Rows { get; init; }

    /// <summary>Width class of the input, such as govuk-input--width-10.</summary>
    public string? Width { get; init; }

    /// <summary>Off for names, references and codes.</summary>
    public bool Spellcheck { get; init; } = true;

    public string? InputMode { get; init; }

    public string? Prefix { get; init; }

    public string? Suffix { get; init; }

    /// <summary>What the whole text must match; say in <see cref="PatternMessage"/> what is expected.</summary>
    public string? Pattern { get; init; }

    public string? PatternMessage { get; init; }

    public override FieldShape Shape =>
        Rows > 0
            ? new TextAreaShape(Rows, Max, Spellcheck)
            : new InputShape("text", InputMode, Width, Spellcheck, Prefix, Suffix);

    public override Reading Parse(RawValues raw)
    {
        var text = Words.Tidy(raw[Name], Rows > 0);
        if (text.Length == 0)
            return Reading.Nothing;
        return Words.IsStorable(text, Rows > 0)
            ? Reading.Of(text)
            : Reading.Wrong(
                $"{Called} includes a character that cannot be stored. Delete it and type it again"
            );
    }

    public override void Write(string value, RawValues raw) => raw.Set(Name, value);

    public override string Display(string value) => value;

    protected override string? Check(string value, DateOnly today)
    {
        if (value.Length > Max)
            return $"{Called} must be {Number(Max)} characters or fewer. You entered {Number(value.Length)}";
        if (value.Length < Min)
            return $"{Called} must be {Number(Min)} characters or more. You entered {Number(value.Length)}";
        return Pattern is null || Regex.IsMatch(value, $@"\A(?:{Pattern})\z", Options, Patience)
            ? null
            : PatternMessage ?? $"Enter {Words.LowerFirst(Called)} in the correct format";
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private static string Number(int count) => count.ToString("N0", British);
}
