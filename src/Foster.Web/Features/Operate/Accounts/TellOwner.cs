using Foster.Web.Features.Operate.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Operate.Accounts;

/// <summary>What the owner of an account is told by e-mail, so that an act of somebody else does not go unseen.</summary>
public enum AccountNews
{
    PasswordReset,
    PasswordChanged,
    AuthenticatorAdded,
    AuthenticatorRemoved,
    PasskeyAdded,
    PasskeyRemoved,
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
    EmailChangeAsked,
    EmailChanged,
    RolesChanged,
    Disabled,
    Enabled,
    FactorResetAsked,
    FactorReset,
}

/// <summary>Writes down what happened to an account and tells its owner.</summary>
public sealed class TellOwner(
    FosterDb db,
    ActorSource actors,
    SignIns signIns,
    CouncilHistory history,
    Outbox outbox,
    IOptions<SiteOptions> site,
    LondonClock clock
)
{
    /// <summary>An act of the owner, or of whoever holds what only the owner should. Saves.</summary>
    /// <param name="to">The address to tell, where it is not the account's present one.</param>
    public async Task OfOwnActAsync(
        Guid accountId,
        AccountNews news,
        CancellationToken ct,
        string? to = null
    )
    {
        var account = await db.Users.SingleAsync(a => a.Id == accountId, ct);
        if (actors.Current is not { } actor || actor.AccountId != accountId)
        {
            if (await signIns.PositionsAsync(accountId, ct) is not [var first, ..])
                return;
            actor = actors.Anyone(first.CouncilId);
        }
        var id = actor.CouncilId;
        var council = await db.Set<Council>().AsNoTracking().SingleAsync(c => c.Id == id, ct);
        history.Write(
            new Actor(accountId, account.DisplayName, actor.Role, id),
            accountId,
            new HistoryNote(AccountEmails.KindOf(news), AccountEmails.Subject(news))
        );
        Post(account, to, council, news, byOwner: true);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>An act of an administrator, which the caller writes down and saves.</summary>
    public async Task OfAdministratorsActAsync(
        Account account,
        AccountNews news,
        Actor actor,
        CancellationToken ct
    ) =>
        Post(
            account,
            null,
            await db.Set<Council>().AsNoTracking().SingleAsync(c => c.Id == actor.CouncilId, ct),
            news,
            byOwner: false
        );

    private void Post(Account account, string? to, Council council, AccountNews news, bool byOwner)
    {
        if ((to ?? account.Email) is not { } address)
            return;
        var whom = new AccountMailTo(address, account.DisplayName, council, site.Value.ServiceName);
        outbox.Post(
            council.Id,
            null,
            byOwner
                ? AccountEmails.News(whom, news, clock.Now)
                : AccountEmails.AdministratorsNews(whom, news, clock.Now)
        );
    }
}
