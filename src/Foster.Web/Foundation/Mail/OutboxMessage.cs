using Foster.Web.Foundation.Data;

namespace Foster.Web.Foundation.Mail;

public enum OutboxState
{
    Queued,
    Claimed,
    Sent,

    /// <summary>The server refused the recipient or the message for good.</summary>
    Refused,

    /// <summary>A claim was left open by a crash: nobody knows whether it went out, so a person decides.</summary>
    Unknown,

    /// <summary>By the time it would have gone out there was nothing left to say.</summary>
    NotNeeded,

    /// <summary>Was refused for good, and a person sent its words again as a message of their own.</summary>
    SentAgain,
}

/// <summary>By which way a message goes.</summary>
public enum MessageChannel
{
    Email,
    Text,
}

/// <summary>A message that was decided on, and how far it has got. The body is protected until it is sent.</summary>
public sealed class OutboxMessage : ICouncilOwned, IVersioned
{
    /// <summary>How the reason begins where no message would have gone out, so that all of them follow together.</summary>
    public const string ServerAway = "The mail server could not be reached";

    /// <summary>The same for text messages.</summary>
    public const string TextsAway = "The text message service could not be reached";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public Guid? CaseId { get; init; }

    /// <summary>A stable key such as enquiry.acknowledged.</summary>
    public required string Kind { get; init; }
    public MessageChannel Channel { get; init; }

    /// <summary>The e-mail beside which a text goes; its number is found by whom that was written to.</summary>
    public Guid? BesideId { get; init; }

    /// <summary>An address or a number; empty for a text whose number is not found yet.</summary>
    public required string Recipient { get; set; }
    public required string Subject { get; set; }

    /// <summary>The text, encrypted, since it may carry a link that opens a page.</summary>
    public required string Body { get; set; }

    /// <summary>The version of the council's own words of which it was made; null for Foster's words.</summary>
    public int? WordsVersion { get; set; }

    /// <summary>The same on every repeat, so that a receiver can tell copies.</summary>
    public required string MessageId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime DueAt { get; set; }
    public OutboxState State { get; set; } = OutboxState.Queued;
    public int Attempts { get; set; }
    public string? ClaimedBy { get; set; }
    public DateTime? ClaimedAt { get; set; }
    public DateTime? SentAt { get; set; }
    public string? LastError { get; set; }
    public uint Version { get; set; }
}
