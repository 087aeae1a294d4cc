using Foster.Web.Features.Cases;
using Foster.Web.Features.Reminders.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Reminders;

/// <summary>
/// Makes one message for each recipient of what the ledger plans: rows and message in one transaction. Its words are found
/// when it is sent.
/// </summary>
public sealed class ReminderPosting(
    FosterDb db,
    ReminderRules rules,
    Outbox outbox,
    LondonClock clock
)
{
    /// <summary>Few enough that the embedded database is free again within 50 ms.</summary>
    private const int RecipientsAtOnce = 50;
    private static readonly TimeOnly QuietFrom = new(20, 0);
    private static readonly TimeOnly QuietUntil = new(8, 0);

    /// <returns>How many messages were made.</returns>
    public async Task<int> GoAsync(Actor actor, CancellationToken ct)
    {
        var made = 0;
        var last = Guid.Empty;
        while (true)
        {
            var recipients = await db.Set<Reminder>()
                .Where(r => r.State == ReminderState.Planned && r.RecipientId > last)
                .Select(r => r.RecipientId)
                .Distinct()
                .OrderBy(r => r)
                .Take(RecipientsAtOnce)
                .ToListAsync(ct);
            if (recipients.Count == 0)
                return made;
            made += await PostAsync(recipients, actor, ct);
            last = recipients[^1];
        }
    }

    private async Task<int> PostAsync(List<Guid> recipients, Actor actor, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var addresses = await AddressesAsync(recipients, ct);
        await using var transaction = await db.BeginWriteAsync(ct);
        var told = (
            await db.Set<Reminder>()
                .Where(r => r.State == ReminderState.Planned && recipients.Contains(r.RecipientId))
                .Select(r => new
                {
                    r.RecipientId,
                    r.RuleId,
                    r.CaseId,
                })
                .Distinct()
                .ToListAsync(ct)
        ).ToLookup(r => r.RecipientId);
        var made = 0;
        foreach (var mine in told)
        {
            var message = Guid.CreateVersion7();
            var to = addresses.GetValueOrDefault(mine.Key);
            // Whoever else posts at this moment takes some of the rows or none: each row is in one message.
            if (!await TakeAsync(mine.Key, to is null ? null : message, ct) || to is null)
                continue;
            outbox.Post(
                message,
                actor.CouncilId,
                mine.Select(r => r.CaseId).Distinct().ToList() is [var one] ? one : null,
                ReminderEmail.Empty(to),
                mine.Any(r => rules.Find(r.RuleId)?.IsStatutory != false) ? null : Loud()
            );
            made++;
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return made;
    }

    /// <summary>Puts what is planned for a recipient into a message. False where there is nothing left.</summary>
    private async Task<bool> TakeAsync(Guid recipient, Guid? message, CancellationToken ct) =>
        await db.Set<Reminder>()
            .Where(r => r.State == ReminderState.Planned && r.RecipientId == recipient)
            .ExecuteUpdateAsync(
                u =>
                    u.SetProperty(
                            r => r.State,
                            message == null ? ReminderState.Nobody : ReminderState.Posted
                        )
                        .SetProperty(r => r.MessageId, message),
                ct
            ) > 0;

    private async Task<Dictionary<Guid, string?>> AddressesAsync(
        List<Guid> recipients,
        CancellationToken ct
    )
    {
        var accounts = await db.Set<Account>()
            .Where(a => recipients.Contains(a.Id) && !a.IsDisabled)
            .Select(a => new { a.Id, a.Email })
            .ToListAsync(ct);
        var people = await db.Set<Person>()
            .Where(p => recipients.Contains(p.Id))
            .Select(p => new { p.Id, p.Email })
            .ToListAsync(ct);
        return accounts.Concat(people).ToDictionary(a => a.Id, a => a.Email);
    }

    /// <summary>Not between 8 in the evening and 8 in the morning.</summary>
    private DateTime? Loud()
    {
        var wall = London.Wall(clock.Now);
        var (day, time) = (DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall));
        return time < QuietUntil ? London.ToUtc(day, QuietUntil)
            : time >= QuietFrom ? London.ToUtc(day.AddDays(1), QuietUntil)
            : null;
    }
}
