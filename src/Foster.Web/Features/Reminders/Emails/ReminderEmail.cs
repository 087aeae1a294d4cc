using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Reminders.Emails;

/// <summary>One thing that is due, as a message tells it.</summary>
public sealed record ReminderLine(
    string About,
    string Reference,
    DateOnly DueOn,
    bool IsLate,
    string Link,
    string As,
    string RuleId
);

/// <summary>What is due, for one recipient: what the rule calls it, the reference, the date, a link, and why they get it.</summary>
public static class ReminderEmail
{
    public const string Kind = "reminder.due";

    /// <summary>Without words as yet.</summary>
    public static Email Empty(string to) => new(Kind, to, "Reminder", "");

    public static (string Subject, string Body) Of(
        string firstName,
        IReadOnlyList<ReminderLine> lines,
        Council council,
        string choices
    )
    {
        var subject = lines is [var one]
            ? $"Reminder: {one.About} ({one.Reference})"
            : $"Reminder: {lines.Count} things are due";
        var body = $"""
            Dear {firstName},

            {string.Join("\n\n", lines.Select(Line))}

            Why you get this, and which reminders you can do without:
            {choices}

            {council.TeamName}, {council.Telephone}
            """;
        return (subject, body);
    }

    private static string Line(ReminderLine line) =>
        $"""
            {line.About} ({line.Reference}) {(line.IsLate ? "was" : "is")} due on {BritishDate.Long(
                line.DueOn
            )}.
            {line.Link}
            You are told as: {line.As} ({line.RuleId}).
            """;
}
