using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Foster.Web.Foundation.Mail;

/// <summary>A message in words. It carries a first name, a reference, the team, a telephone, a date, a link; no more.</summary>
/// <param name="Kind">A stable key such as enquiry.acknowledged.</param>
public sealed record Email(string Kind, string To, string Subject, string Body);

/// <summary>Where operations post mail. It is saved with the act and sent afterwards.</summary>
public sealed class Outbox(
    FosterDb db,
    LondonClock clock,
    IDataProtectionProvider protection,
    OutboxBell bell
)
{
    private const string Purpose = "Foster.Outbox.Body";

    /// <summary>Puts a message beside the act that is about to be saved.</summary>
    /// <param name="notBefore">When it may go out at the earliest, in UTC; null for at once.</param>
    /// <returns>The id of the message.</returns>
    public Guid Post(Guid councilId, Guid? caseId, Email email, DateTime? notBefore = null)
    {
        var id = Guid.CreateVersion7();
        Post(id, councilId, caseId, email, notBefore);
        return id;
    }

    /// <summary>The same under an id that the caller has written down already.</summary>
    public void Post(Guid id, Guid councilId, Guid? caseId, Email email, DateTime? notBefore)
    {
        if (
            email.To.AsSpan().IndexOfAny('\r', '\n') >= 0
            || email.Subject.AsSpan().IndexOfAny('\r', '\n') >= 0
        )
            throw new ArgumentException(
                "An address or subject never holds a line break.",
                nameof(email)
            );
        db.Add(
            new OutboxMessage
            {
                Id = id,
                CouncilId = councilId,
                CaseId = caseId,
                Kind = email.Kind,
                Recipient = email.To,
                Subject = email.Subject,
                Body = Protected(email.Body, protection),
                MessageId = $"<{id:N}@foster>",
                CreatedAt = clock.Now,
                DueAt = notBefore ?? clock.Now,
            }
        );
        bell.Ring();
    }

    /// <summary>
    /// Puts a message back of which nobody knows whether it went out. It keeps its Message-ID, by which a receiver tells that
    /// it has it already.
    /// </summary>
    public void PutBack(OutboxMessage message)
    {
        (message.State, message.DueAt) = (OutboxState.Queued, clock.Now);
        (message.ClaimedBy, message.ClaimedAt) = (null, null);
        bell.Ring();
    }

    /// <summary>Words as they are stored; none stay none.</summary>
    internal static string Protected(string words, IDataProtectionProvider protection) =>
        words.Length == 0 ? "" : protection.CreateProtector(Purpose).Protect(words);

    /// <summary>The words of a message that has not been erased.</summary>
    public static string BodyOf(OutboxMessage message, IDataProtectionProvider protection) =>
        message.Body.Length == 0 ? "" : protection.CreateProtector(Purpose).Unprotect(message.Body);
}

/// <summary>Tells the sender that there may be something to do, so that mail goes out at once and not at the next poll.</summary>
public sealed class OutboxBell
{
    private static readonly TimeSpan AfterRing = TimeSpan.FromMilliseconds(250);
    private readonly System.Threading.Channels.Channel<bool> channel =
        System.Threading.Channels.Channel.CreateBounded<bool>(
            new System.Threading.Channels.BoundedChannelOptions(1)
            {
                FullMode = System.Threading.Channels.BoundedChannelFullMode.DropWrite,
            }
        );

    public void Ring() => channel.Writer.TryWrite(true);

    /// <summary>Waits for a ring or for the poll interval, whichever is first.</summary>
    public async Task WaitAsync(TimeSpan poll, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(poll);
        try
        {
            await channel.Reader.ReadAsync(limit.Token);
            // It is rung while the act is being made; a moment later the act is saved.
            await Task.Delay(AfterRing, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { }
    }
}
