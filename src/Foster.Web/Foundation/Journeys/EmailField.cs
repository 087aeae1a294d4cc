using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Foster.Web.Foundation.Journeys;

/// <summary>One e-mail address: kept as typed, with the domain in lower case.</summary>
public sealed partial class EmailField(string name) : Field<string>(name)
{
    public override FieldShape Shape { get; } = new InputShape("email", "email", Spellcheck: false);

    public override Reading Parse(RawValues raw)
    {
        var text = raw[Name].Trim();
        if (text.Length == 0)
            return Reading.Nothing;
        return Normalise(text) is { } address
            ? Reading.Of(address)
            : Reading.Wrong("Enter an email address in the correct format, like name@example.com");
    }

    /// <summary>The same single address with its domain in lower case, or null.</summary>
    public static string? Normalise(string text)
    {
        // The framework also takes "Name <a@b.c>" and comments: the answer must be what was typed.
        if (
            text.Length > 254
            || !Plain().IsMatch(text)
            || !MailAddress.TryCreate(text, out var parsed)
            || parsed.Address != text
        )
            return null;
        var at = text.LastIndexOf('@');
        return at > 64 ? null : text[..at] + text[at..].ToLowerInvariant();
    }

    public override void Write(string value, RawValues raw) => raw.Set(Name, value);

    public override string Display(string value) => value;

    protected override string DefaultMissing => "Enter an email address";

    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\z",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Plain();
}
