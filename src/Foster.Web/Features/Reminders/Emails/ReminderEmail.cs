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
    /// <summary>More than anybody reads in a message: the rest is on their page.</summary>
    public const int Most = 30;

    public static readonly MailTemplate Words = new()
    {
        Key = "reminder.due",
        AlsoKey = "reminder.again",
        Name = "Reminder",
        Recipient =
            "Whoever has something to do that is due soon or late; several things in one message",
        Own = [Placeholders.FirstName, Placeholders.Due, Placeholders.List, Placeholders.Link],
        Must = [Placeholders.List, Placeholders.Link],
        Subject = "Reminder: {due}",
        Body = """
            Dear {first name},

            {list}

            Why you get this, and which reminders you can do without:
            {link}

            {team}, {telephone}
            """,
        Text = "{team}: a reminder. {due}. Sign in to see it, or call {telephone}.",
    };

    /// <summary>Without words as yet.</summary>
    public static Email Empty(string to) => Words.Say(to, "Reminder", "");

    public static Email Of(
        string to,
        string firstName,
        IReadOnlyList<ReminderLine> lines,
        Council council,
        string choices,
        string all
    ) =>
        Words.Write(
            to,
            new MailValues(council)
                .For(firstName)
                .Due(
                    lines is [var one]
                        ? $"{one.About} ({one.Reference})"
                        : $"{lines.Count} things are due",
                    string.Join("\n\n", lines.Take(Most).Select(Line))
                        + (
                            lines.Count > Most
                                ? $"\n\nAnd {lines.Count - Most:N0} more. All of them are here:\n{all}"
                                : ""
                        )
                )
                .Link(choices)
        );

    private static string Line(ReminderLine line) =>
        $"""
            {line.About} ({line.Reference}) {(line.IsLate ? "was" : "is")} due on {BritishDate.Long(
                line.DueOn
            )}.
            {line.Link}
            You are told as: {line.As} ({line.RuleId}).
            """;
}
