using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Foster.Web.Foundation.Mail;

/// <summary>Finds what a message gets only when it is sent: the words of some kinds, and the number of a text.</summary>
public sealed class OutboxWords(
    FosterDb db,
    IEnumerable<ILateWords> late,
    IEnumerable<ITextNumbers> numbers,
    TemplateBook book,
    IDataProtectionProvider protection
)
{
    /// <summary>False where the message is not sent, and is marked as what became of it. The caller saves.</summary>
    public async Task<bool> CompleteAsync(OutboxMessage message, CancellationToken ct)
    {
        if (message is { Channel: MessageChannel.Text, Recipient.Length: 0 })
        {
            var number = TextNumber.Unwanted;
            foreach (var source in numbers)
                number = await source.FindAsync(message, ct);
            if (number == TextNumber.Unwanted)
            {
                db.Remove(message);
                return false;
            }
            if (number.Number is not { } to)
            {
                (message.State, message.LastError) = (OutboxState.Refused, number.WhyNone);
                return false;
            }
            message.Recipient = to;
        }
        if (late.FirstOrDefault(w => w.Kind == message.Kind) is not { } found)
            return true;
        if (await found.FindAsync(message, ct) is not { } email)
        {
            message.State = OutboxState.NotNeeded;
            return false;
        }
        var worded = book.Of(message.CouncilId, email);
        var isText = message.Channel is MessageChannel.Text;
        if (!isText)
            message.Subject = worded.Words.Subject;
        message.Body = Outbox.Protected(isText ? worded.Words.Text : worded.Words.Body, protection);
        message.WordsVersion = worded.Version;
        if (message.Body.Length > 0)
            return true;
        message.State = OutboxState.NotNeeded;
        return false;
    }
}
