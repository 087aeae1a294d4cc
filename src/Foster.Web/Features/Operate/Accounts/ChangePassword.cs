using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Identity;

namespace Foster.Web.Features.Operate.Accounts;

public sealed record ChangePasswordInput(string Present, string Next);

/// <summary>
/// Changes the password of whoever is signed in. Their session goes on, all others end, and they are told. Wrong tries
/// count as at the sign-in page, so that a device left open is no way to guess.
/// </summary>
public sealed class ChangePassword(
    FosterDb db,
    UserManager<Account> accounts,
    Passwords passwords,
    NewPasswordCheck check,
    Throttle throttle,
    SessionStore sessions,
    SignIns signIns,
    CouncilHistory history,
    TellOwner tell,
    IHttpContextAccessor http
)
{
    public async Task<Result> RunAsync(ChangePasswordInput input, Actor actor, CancellationToken ct)
    {
        var present = AccountFields.PresentPassword.Name;
        var subject = actor.AccountId.ToString();
        var account = await accounts.FindByIdAsync(subject);
        if (account is null)
            return Result.Refused("Sign in again to change your password.");
        if (!await throttle.AdmitAsync(TryKind.Password, subject, ct))
            return Result.Refused(
                "After several wrong tries this rests for ten minutes. Try again then.",
                null,
                present
            );
        if (!await passwords.AreOfAsync(account, input.Present, ct))
            return Result.Refused("This is not your password now", null, present);
        await throttle.ForgiveAsync(TryKind.Password, subject, ct);
        if (await check.AgainstAsync(input.Next, account, ct) is { } weak)
            return Result.Refused(weak, null, AccountFields.NewPassword.Name);
        await passwords.SetAsync(account, input.Next);
        history.Write(
            actor,
            actor.AccountId,
            new HistoryNote("account.password", "Changed their own password")
        );
        await db.SaveChangesAsync(ct);
        await sessions.EndAllAsync(
            account.Id,
            http.HttpContext?.Features.Get<Presence>()?.Session.Id,
            ct
        );
        await signIns.RenewKeyAsync(ct);
        await tell.OfOwnActAsync(account.Id, AccountNews.PasswordChanged, ct);
        return Result.Done;
    }
}
