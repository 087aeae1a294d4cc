using System.Text.RegularExpressions;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Messages;

/// <summary>Messages in plain words.</summary>
public static partial class MessageWords
{
    /// <summary>How the kinds of reminders begin.</summary>
    public const string Reminders = "reminder.";

    /// <summary>What each kind is called, by its key or the beginning of it; the longest that fits.</summary>
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["enquiry.acknowledged"] = "Thanks for the enquiry",
        ["enquiry.pack"] = "Information pack",
        ["enquiry.interest"] = "Thanks for the expression of interest",
        ["enquiry.visit"] = "Date of the initial visit",
        ["enquiry.withdrawn"] = "Enquiry withdrawn",
        ["enquiry."] = "About the enquiry",
        ["application.invitation"] = "Invitation to apply",
        ["application.has-account"] = "Invitation to somebody who has an account",
        ["application.part-sent"] = "Part of the application came",
        ["application.received"] = "Application received",
        ["application.incomplete"] = "Application not complete",
        ["application.withdrawn"] = "Application withdrawn",
        ["application."] = "About the application",
        ["stage1."] = "About stage 1",
        ["stage2."] = "About stage 2",
        ["report.shared"] = "Report to read and answer",
        ["panel.papers"] = "Panel papers",
        ["panel.moved"] = "Panel meeting moved",
        ["panel.cancelled"] = "Panel meeting cancelled",
        ["panel."] = "About the panel",
        ["carer.agreement-waits"] = "Agreement to read",
        ["letter."] = "A letter to read",
        ["case."] = "About the restricted case",
        ["question.asked"] = "A question was asked",
        ["question.answered"] = "A question was answered",
        ["question.back"] = "We asked back",
        ["question."] = "About a question",
        ["records."] = "About a copy of records",
        ["reminder.due"] = "Reminder",
        ["reminder.again"] = "Reminder, sent again",
    };

    public static string Kind(string kind) =>
        Kinds
            .Where(k => kind.StartsWith(k.Key, StringComparison.Ordinal))
            .OrderByDescending(k => k.Key.Length)
            .Select(k => k.Value)
            .FirstOrDefault()
        ?? "Message";

    public static string State(OutboxState state) =>
        state switch
        {
            OutboxState.Sent => "Sent",
            OutboxState.Refused => "Refused for good",
            OutboxState.Unknown => "Not known",
            OutboxState.NotNeeded => "Not needed any more",
            OutboxState.SentAgain => "Refused, sent again",
            _ => "Queued",
        };

    public static string Colour(OutboxState state) =>
        state switch
        {
            OutboxState.Sent => "green",
            OutboxState.Refused => "red",
            OutboxState.Unknown => "orange",
            OutboxState.Queued or OutboxState.Claimed => "blue",
            _ => "grey",
        };

    /// <summary>Why it stands where it stands; empty where the state says it all.</summary>
    public static string Why(MessageLine line) =>
        line.State switch
        {
            OutboxState.Refused or OutboxState.SentAgain => line.LastError
                ?? "The mail server refused it.",
            OutboxState.Unknown =>
                "Foster stopped while it was being handed over, so it may have gone out or not.",
            OutboxState.NotNeeded => "What it was about was done before it went out.",
            OutboxState.Queued when line.LastError is { } error =>
                $"{error.TrimEnd('.')}. The next try is on {BritishTime.Long(line.DueAt)}.",
            _ => "",
        };

    /// <summary>
    /// The words without the keys in their links: such a link lets in whoever has it, and it was meant for the recipient.
    /// </summary>
    public static string WithoutKeys(string body) =>
        Address().Replace(body, link => IsKey(link.Value) ? "(a personal link)" : link.Value);

    /// <summary>Whether a link in it lets in whoever has it.</summary>
    public static bool HasKeys(string body) => WithoutKeys(body) != body;

    private static bool IsKey(string link) =>
        link.Contains('?', StringComparison.Ordinal)
        || link.Split('/').Skip(3).Any(part => part.Length >= 20 && !Guid.TryParse(part, out _));

    [GeneratedRegex(@"https?://\S+", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Address();
}
