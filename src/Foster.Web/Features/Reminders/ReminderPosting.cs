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
    private const int RecipientsAtOnce = 200;

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
            foreach (var recipient in recipients)
                made += await PostAsync(recipient, actor, ct) ? 1 : 0;
            last = recipients[^1];
        }
    }

    /// <summary>False where somebody else was quicker, or there is no address.</summary>
    private async Task<bool> PostAsync(Guid recipient, Actor actor, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var rows = await db.Set<Reminder>()
            .Where(r => r.State == ReminderState.Planned && r.RecipientId == recipient)
            .ToListAsync(ct);
        var to = await AddressAsync(recipient, ct);
        if (to is null)
            rows.ForEach(r => r.State = ReminderState.Nobody);
        else
        {
            var message = outbox.Post(
                actor.CouncilId,
                rows.Select(r => r.CaseId).Distinct().ToList() is [var one] ? one : null,
                ReminderEmail.Empty(to),
                rows.Exists(r => rules.Find(r.RuleId)?.IsStatutory != false)
                    ? null
                    : QuietHours.After(clock.Now)
            );
            foreach (var row in rows)
                (row.State, row.MessageId) = (ReminderState.Posted, message);
        }
        try
        {
            await db.SaveChangesAsync(ct);
            return to is not null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private async Task<string?> AddressAsync(Guid recipient, CancellationToken ct) =>
        await db.Set<Account>()
            .Where(a => a.Id == recipient && !a.IsDisabled)
            .Select(a => a.Email)
            .SingleOrDefaultAsync(ct)
        ?? await db.Set<Person>()
            .Where(p => p.Id == recipient)
            .Select(p => p.Email)
            .SingleOrDefaultAsync(ct);
}
