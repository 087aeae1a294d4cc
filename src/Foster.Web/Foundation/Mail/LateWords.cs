namespace Foster.Web.Foundation.Mail;

/// <summary>
/// Finds the words of a kind of message only when it is sent, so that what no longer makes sense by then drops out. The
/// outbox keeps no words for such a message before.
/// </summary>
public interface ILateWords
{
    /// <summary>The kind of message it speaks for.</summary>
    string Kind { get; }

    /// <summary>The message as of now; null when nothing is left to say. Changes are saved by the caller.</summary>
    Task<Email?> FindAsync(OutboxMessage message, CancellationToken ct);
}
