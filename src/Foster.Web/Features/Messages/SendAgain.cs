using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Messages;

/// <param name="To">The address, corrected or as it was; not asked where nobody knows whether the message went out.</param>
public sealed record SendAgainInput(Guid CaseId, Guid MessageId, string? To);

/// <summary>
/// Sends a message of a case again. One that was sent or refused goes out as a message of its own; one of which nobody knows
/// goes out as itself, so that a receiver who has it can tell.
/// </summary>
public sealed class SendAgain(
    FosterDb db,
    MessageReads reads,
    Outbox outbox,
    IDataProtectionProvider protection,
    CaseHistory history
)
{
    public const string AddressField = "to";
    public const string NoMobile = "Enter a UK mobile number, like 07700 900 982";
    private const string ReminderAgain = MessageWords.Reminders + "again";

    public async Task<Result> RunAsync(SendAgainInput input, Actor actor, CancellationToken ct)
    {
        var message = await reads
            .OfCase(input.CaseId, actor)
            .AsTracking()
            .SingleOrDefaultAsync(m => m.Id == input.MessageId, ct);
        if (message is null)
            return Result.Refused("This message cannot be found.");
        var known = message.State != OutboxState.Unknown;
        var to =
            !known ? message.Recipient
            : message.Channel is MessageChannel.Text ? MobileNumber.Of(input.To)
            : EmailField.Normalise((input.To ?? "").Trim());
        var against = await AgainstAsync(message, to, actor, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        if (known)
            Copy(message, input.CaseId, to!);
        else
            outbox.PutBack(message);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "case.message-again",
                $"Message sent again: {MessageWords.Kind(message.Kind)}"
            )
            {
                Reason =
                    to == message.Recipient ? $"To {to}"
                    : message.Recipient.Length == 0 ? $"To {to}, since there was no number"
                    : $"To {to} instead of {message.Recipient}",
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>What can be sent again, and whether its words are there.</summary>
    public static string? WhyNot(OutboxState state, bool isDigest) =>
        state switch
        {
            OutboxState.Unknown => null,
            OutboxState.Sent or OutboxState.Refused => isDigest
                ? "A reminder of several cases is not sent again: its next step comes by itself."
                : null,
            OutboxState.SentAgain => "It was sent again already.",
            OutboxState.NotNeeded => "What it was about was done before it went out.",
            _ => "It is still waiting to go out.",
        };

    private async Task<List<Refusal>> AgainstAsync(
        OutboxMessage message,
        string? to,
        Actor actor,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (!actor.Is([.. MessageReads.Readers]))
            against.Add(new("Messages are sent again by the workers of the case."));
        if (WhyNot(message.State, message.CaseId is null) is { } why)
            against.Add(new(why));
        else if (message.State != OutboxState.Unknown && message.Body.Length == 0)
            against.Add(new("Its words are not kept any more."));
        if (to is null)
            against.Add(
                new(
                    message.Channel is MessageChannel.Text
                        ? NoMobile
                        : "Enter an email address in the correct format, like name@example.com",
                    null,
                    AddressField
                )
            );
        else if (await LeaksAsync(message, to, ct))
            against.Add(
                new(
                    "This message has a link that lets in whoever has it. Send it to the address it was written to, or put "
                        + "the new address on record for the applicant first",
                    null,
                    AddressField
                )
            );
        else if (
            await db.Set<OutboxMessage>()
                .AnyAsync(
                    m =>
                        m.CaseId == message.CaseId
                        && m.Id != message.Id
                        && m.Recipient == to
                        && m.Subject == message.Subject
                        && m.State == OutboxState.Queued,
                    ct
                )
        )
            against.Add(new("The same message to this address is waiting to go out already."));
        return against;
    }

    /// <summary>Whether somebody else than it was written to, and none of the applicants, would get a personal link.</summary>
    private async Task<bool> LeaksAsync(OutboxMessage message, string to, CancellationToken ct)
    {
        if (to == message.Recipient || !MessageWords.HasKeys(Outbox.BodyOf(message, protection)))
            return false;
        var onRecord = await (
            from c in db.Set<Case>()
            join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
            join p in db.Set<Person>() on m.PersonId equals p.Id
            where c.Id == message.CaseId && m.IsApplicant && m.To == null
            select message.Channel == MessageChannel.Text ? p.Telephone : p.Email
        ).ToListAsync(ct);
        return !onRecord.Contains(to);
    }

    private void Copy(OutboxMessage message, Guid caseId, string to)
    {
        // A reminder finds its words by the ledger, which names the first message: the copy keeps what that one said.
        var isReminder = message.Kind.StartsWith(MessageWords.Reminders, StringComparison.Ordinal);
        outbox.PostAgain(message, caseId, to, isReminder ? ReminderAgain : message.Kind);
        if (message.State == OutboxState.Refused)
            message.State = OutboxState.SentAgain;
    }
}
