using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Accounts;

/// <param name="Secret">What stands in the address of the link.</param>
public sealed record ResetPasswordInput(string Secret, string Password);

/// <summary>
/// Sets a new password by a link, once. Every session ends, the owner is told, and signing in asks for the second factor
/// as ever.
/// </summary>
public sealed class ResetPassword(
    FosterDb db,
    Links links,
    UserManager<Account> accounts,
    Passwords passwords,
    NewPasswordCheck check,
    SessionStore sessions,
    KnownDevices devices,
    CouncilHistory history,
    TellOwner tell,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(ResetPasswordInput input, Actor actor, CancellationToken ct)
    {
        var link = await links.FindAsync(input.Secret, LinkPurpose.PasswordReset, ct);
        var account =
            link is not null && links.IsLive(link)
                ? await accounts.FindByIdAsync(link.SubjectId.ToString())
                : null;
        if (link is null || account is not { IsDisabled: false })
            return Result.Refused("This link has expired or was used. Ask for a new one.");
        if (await check.AgainstAsync(input.Password, account, ct) is { } weak)
            return Result.Refused(weak, null, AccountFields.NewPassword.Name);
        link.UsedAt = clock.Now;
        history.Write(
            actor,
            account.Id,
            new HistoryNote("account.reset", "Set a new password by a link")
        );
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result.Refused("This link was used just now. Ask for a new one.");
        }
        // The mail reached its owner, which is what a verified address means.
        account.EmailConfirmed = true;
        await passwords.SetAsync(account, input.Password);
        await sessions.EndAllAsync(account.Id, null, ct);
        await devices.ForgetAsync(account.Id, ct);
        await tell.OfOwnActAsync(account.Id, AccountNews.PasswordReset, ct);
        return Result.Done;
    }
}
