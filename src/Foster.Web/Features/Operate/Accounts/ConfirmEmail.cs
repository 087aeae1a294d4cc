using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Accounts;

/// <param name="Secret">What stands in the address of the link.</param>
public sealed record ConfirmEmailInput(string Secret);

/// <summary>The new address has proved to be its owner's and takes the place of the old one, which is told.</summary>
public sealed class ConfirmEmail(
    FosterDb db,
    Links links,
    UserManager<Account> accounts,
    CouncilHistory history,
    TellOwner tell,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(ConfirmEmailInput input, Actor actor, CancellationToken ct)
    {
        var link = await links.FindAsync(input.Secret, LinkPurpose.NewEmail, ct);
        var change =
            link is not null && links.IsLive(link)
                ? await db.Set<EmailChange>().SingleOrDefaultAsync(c => c.Id == link.SubjectId, ct)
                : null;
        var account = change is null
            ? null
            : await accounts.FindByIdAsync(change.AccountId.ToString());
        if (link is null || change is null || account is not { IsDisabled: false })
            return Result.Refused(
                "This link has expired, was used, or was replaced by a newer one."
            );
        var old = account.Email;
        link.UsedAt = clock.Now;
        db.Remove(change);
        account.Email = change.Address;
        account.NormalizedEmail = accounts.NormalizeEmail(change.Address);
        account.EmailConfirmed = true;
        history.Write(
            actor with
            {
                Name = account.DisplayName,
            },
            account.Id,
            new HistoryNote("account.email", "Confirmed a new e-mail address")
        );
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Refused("This link was used just now.");
        }
        if (old is not null)
            await tell.OfOwnActAsync(account.Id, AccountNews.EmailChanged, ct, old);
        return Result.Done;
    }
}
