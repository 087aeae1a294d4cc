using System.Text.RegularExpressions;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;

namespace Foster.Web.Features.Messages;

/// <summary>Messages in plain words.</summary>
public static partial class MessageWords
{
    /// <summary>How the kinds of reminders begin.</summary>
    public const string Reminders = "reminder.";

    /// <summary>What staff call a kind of message.</summary>
    public static string Kind(string kind) => MailTemplates.Find(kind)?.Name ?? "Message";

    public static string Of(MessageChannel channel) =>
        channel is MessageChannel.Text ? "Text" : "E-mail";

    /// <summary>Whose words they are.</summary>
    public static string Source(int? version) =>
        version is { } number ? $"Version {number} of the council" : "Foster’s own words";

    /// <summary>To whom, where that is known.</summary>
    public static string To(MessageLine line) =>
        line.Channel is not MessageChannel.Text ? line.To
        : line.To.Length == 0 ? "No number"
        : PhoneField.Pretty(line.To);

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
            OutboxState.Refused or OutboxState.SentAgain => line.LastError ?? "It was refused.",
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
