using Foster.Web.Features.Cases;
using Foster.Web.Features.Reminders;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Messages;

/// <summary>
/// The number of whoever an e-mail of a case was written to: somebody of its household who signs in with Foster and has
/// asked for texts.
/// </summary>
public sealed class TextNumbers(FosterDb db) : ITextNumbers
{
    public async Task<TextNumber> FindAsync(OutboxMessage text, CancellationToken ct)
    {
        var found = await (
            from e in db.Set<OutboxMessage>()
            where e.Id == text.BesideId
            from c in db.Set<Case>()
            where c.Id == e.CaseId
            join m in db.Set<Membership>() on c.HouseholdId equals m.HouseholdId
            join p in db.Set<Person>() on m.PersonId equals p.Id
            join l in db.Set<AccountLink>() on p.Id equals l.PersonId
            join a in db.Set<Account>() on l.AccountId equals a.Id
            join t in db.Set<TextChoice>() on a.Id equals t.AccountId
            where
                m.IsApplicant
                && m.To == null
                && !a.IsDisabled
                && (p.Email == e.Recipient || a.Email == e.Recipient)
            select new { p.Id, p.Telephone }
        )
            .Distinct()
            .ToListAsync(ct);
        return found switch
        {
            [] => TextNumber.Unwanted,
            [{ Telephone: null or "" }] => No("There is no telephone number on record."),
            [var one] => MobileNumber.Of(one.Telephone) is { } number
                ? new TextNumber(number, null)
                : No("The telephone number on record is no UK mobile number."),
            _ => No("Two people share this e-mail address, so nobody can tell whose number it is."),
        };
    }

    private static TextNumber No(string why) => new(null, why);
}
