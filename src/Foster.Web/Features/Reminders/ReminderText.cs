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
/// The words of a reminder at the moment of sending: what was done or moved since drops out, and an empty one is not sent.
/// </summary>
public sealed class ReminderText(FosterDb db, ReminderRules rules, Links links, LondonClock clock)
    : ILateWords
{
    public string Kind => ReminderEmail.Words.Key;

    public async Task<Email?> FindAsync(OutboxMessage message, CancellationToken ct)
    {
        // A text says the same as the message beside which it goes.
        var told = message.BesideId ?? message.Id;
        var rows = await (
            from r in db.Set<Reminder>()
            join c in db.Set<Case>() on r.CaseId equals c.Id
            join d in db.Set<Deadline>() on r.DeadlineId equals d.Id into clocks
            from d in clocks.DefaultIfEmpty()
            where r.MessageId == told && r.State == ReminderState.Posted
            orderby r.DueOn, r.Id
            select new
            {
                Row = r,
                c.Reference,
                Stands = d != null && d.Status == DeadlineStatus.Open && d.DueOn == r.DueOn,
            }
        ).ToListAsync(ct);
        // The e-mail alone writes it down: both go out at once, and of two who change a row one fails.
        if (message.Channel is MessageChannel.Email)
            foreach (var moot in rows.Where(r => !r.Stands))
                moot.Row.State = ReminderState.Moot;
        var left = rows.Where(r => r.Stands).ToList();
        if (left.Count == 0)
            return null;
        var recipient = left[0].Row.RecipientId;
        var isCarer = await db.Set<RoleAssignment>()
            .AnyAsync(r => r.AccountId == recipient && r.Role == Role.ApprovedCarer, ct);
        var council = await db.Set<Council>().SingleAsync(c => c.Id == message.CouncilId, ct);
        return ReminderEmail.Of(
            message.Recipient,
            await FirstNameAsync(recipient, ct),
            [
                .. left.Select(l => new ReminderLine(
                    rules.Find(l.Row.RuleId)?.About ?? "Something",
                    l.Reference,
                    l.Row.DueOn,
                    l.Row.DueOn < clock.Today,
                    links.Absolute(ReminderWords.Path(l.Row.As, l.Row.CaseId, isCarer)),
                    ReminderWords.As(l.Row.As),
                    l.Row.RuleId
                )),
            ],
            council,
            links.Absolute(ReminderLinks.Choices),
            links.Absolute(CaseLinks.Work)
        );
    }

    private async Task<string> FirstNameAsync(Guid recipient, CancellationToken ct)
    {
        var name =
            await db.Set<Account>()
                .Where(a => a.Id == recipient)
                .Select(a => a.DisplayName)
                .SingleOrDefaultAsync(ct)
            ?? await db.Set<Person>()
                .Where(p => p.Id == recipient)
                .Select(p => p.GivenName)
                .SingleAsync(ct);
        return name.Split(' ')[0];
    }
}
