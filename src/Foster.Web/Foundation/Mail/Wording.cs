using System.Text.RegularExpressions;

namespace Foster.Web.Foundation.Mail;

/// <summary>The words of a kind of message, with places to fill; no text message where its words are empty.</summary>
public sealed partial record Wording(string Subject, string Body, string Text = "")
{
    /// <summary>How long a filled subject may be.</summary>
    public const int LongestSubject = 200;

    /// <summary>Fills every place once: what is put in is not looked through again.</summary>
    public Wording Filled(MailValues values)
    {
        var subject = Fill(Subject, values);
        return new(
            subject.Length <= LongestSubject ? subject : subject[..(LongestSubject - 1)] + "…",
            Fill(Body, values),
            Fill(Text, values)
        );
    }

    /// <summary>The names between braces, tidied, in the order in which they stand.</summary>
    public static IEnumerable<string> PlacesIn(string words) =>
        Place().Matches(words).Select(m => Name(m));

    /// <summary>The words without whole places, in which no brace should be left.</summary>
    internal static string WithoutPlaces(string words) => Place().Replace(words, "");

    private static string Fill(string words, MailValues values) =>
        Place().Replace(words, m => values.Of(Name(m)));

    private static string Name(Match place) =>
        string.Join(
            ' ',
            place.Groups[1].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Place();
}
