using System.Text.RegularExpressions;

namespace Foster.Web.Foundation.Clock;

/// <summary>
/// The count of a date for the public, applicants and carers: what was counted and from when, without the ids of rules
/// and the versions of calendars that staff read beside it. Made from the text as it is kept with a date.
/// </summary>
public static partial class PlainWhy
{
    private const string Rule = "Rule: ";
    private const string Counted = "Counted from ";

    /// <summary>The count, a line for each step. What is no count stays as it is.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var given = text.Split('\n');
        var from = given
            .FirstOrDefault(l => l.StartsWith(Counted, StringComparison.Ordinal))
            ?.TrimEnd('.');
        var day = from?[(from.LastIndexOf(": ", StringComparison.Ordinal) + 2)..];
        var lines = new List<string>();
        foreach (var line in given)
        {
            if (
                line.StartsWith("Bank holidays: calendar", StringComparison.Ordinal)
                || line.StartsWith(Counted, StringComparison.Ordinal)
                || Heading().IsMatch(line)
            )
                continue;
            lines.Add(
                Named()
                    .Replace(
                        line.StartsWith(Rule, StringComparison.Ordinal)
                            ? Sentence(line[Rule.Length..], day)
                            : line,
                        ""
                    )
                    .Replace(" (23:59, London time)", "", StringComparison.Ordinal)
            );
        }

        return lines;
    }

    /// <summary>The same as one text.</summary>
    public static string Of(string text) => string.Join('\n', Lines(text));

    /// <summary>«Within 1 working day of the day the enquiry arrived, Sun 22 November 2026. …»</summary>
    private static string Sentence(string rule, string? day)
    {
        var end = rule.IndexOf(". This service has set", StringComparison.Ordinal);
        var first = end < 0 ? rule.TrimEnd('.') : rule[..end];
        return char.ToUpperInvariant(first[0])
            + first[1..]
            + (day is null ? "." : $", {day}.")
            + (
                first.Contains("working day", StringComparison.Ordinal)
                    ? " Weekends and bank holidays do not count."
                    : ""
            );
    }

    /// <summary>The first line of a count: the rule and what is due by it.</summary>
    [GeneratedRegex("^[A-Z]+(-[A-Z0-9]+)+(, [A-Z]+(-[A-Z0-9]+)+)*: ")]
    private static partial Regex Heading();

    /// <summary>A rule that is named in the middle of a line.</summary>
    [GeneratedRegex(@" \((rule )?[A-Z]+(-[A-Z0-9]+)*-[0-9]+\)")]
    private static partial Regex Named();
}
