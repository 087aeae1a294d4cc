using System.Globalization;
using System.Text;

namespace Foster.Web.Foundation.Journeys;

/// <summary>Small rules for words in messages and for text that people type.</summary>
internal static class Words
{
    /// <summary>Before these words stands no article.</summary>
    private static readonly HashSet<string> Determiners =
    [
        .. "the a an your you their his her its our my this that these those each every all any one at least".Split(
            ' '
        ),
        .. "what who whom whose when where which how why whether if by".Split(' '),
    ];

    /// <summary>"first-name" becomes "First name".</summary>
    public static string FromName(string name) =>
        name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');

    /// <summary>Small first letter, unless the word is an abbreviation such as DBS.</summary>
    public static string LowerFirst(string text) =>
        text.Length < 2 || char.IsUpper(text[1])
            ? text
            : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>"Certificate number" as "the certificate number"; "Your name" and "What was done" stay as they are.</summary>
    public static string WithArticle(string text)
    {
        var lower = LowerFirst(text);
        return Determiners.Contains(lower.Split(' ', '’', '\'')[0]) ? lower : "the " + lower;
    }

    /// <summary>A name for searching: lower case, no accents, single spaces, so that Zoë is found as zoe.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        return string.Join(
            ' ',
            folded.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }

    /// <summary>Trims, composes letters with their accents, and writes every line end as one LF.</summary>
    public static string Tidy(string raw, bool lines)
    {
        var text = raw.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\u2028', '\n')
            .Replace('\u2029', '\n');
        if (lines)
            text = text.Replace('\r', '\n');
        text = IsWhole(text) ? text.Normalize(NormalizationForm.FormC) : text;
        return text.All(IsBlank) ? "" : text.Trim(' ', '\n', '\t', '\u00a0', '\u3000', '\u200b');
    }

    /// <summary>True when the text holds nothing that cannot be stored or shown.</summary>
    public static bool IsStorable(string text, bool lines) =>
        IsWhole(text) && !text.Any(c => char.IsControl(c) && !(lines && c is '\n' or '\t'));

    /// <summary>Everything that cannot be stored is taken out; for text kept before it was checked.</summary>
    public static string Storable(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) || rune.Value is '\n' or '\r' or '\t')
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    /// <summary>Digits of any script as 0–9; other characters stay.</summary>
    public static string PlainDigits(string text) =>
        string.Concat(
            text.Select(c =>
                CharUnicodeInfo.GetDecimalDigitValue(c) is var digit and >= 0
                    ? (char)('0' + digit)
                    : c
            )
        );

    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>False for half a character, and for the two that Unicode says are none.</summary>
    public static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) || text[i] is '\ufffe' or '\uffff')
                return false;
            if (
                char.IsHighSurrogate(text[i])
                && (++i >= text.Length || !char.IsLowSurrogate(text[i]))
            )
                return false;
        }
        return true;
    }
}
