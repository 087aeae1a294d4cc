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

/// <param name="Secret">What stands in the address of the invitation.</param>
public sealed record AcceptStaffInvitationInput(string Secret, string Password);

/// <summary>Somebody who was invited chooses a password. They are then in so far that they can set up a second factor.</summary>
public sealed class AcceptStaffInvitation(
    FosterDb db,
    Links links,
    UserManager<Account> accounts,
    StandIn standIns,
    Passwords passwords,
    NewPasswordCheck check,
    WayIn wayIn,
    CouncilHistory history,
    LondonClock clock
)
{
    /// <returns>The page that comes next.</returns>
    public async Task<Result<string>> RunAsync(
        AcceptStaffInvitationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var link = await links.FindAsync(input.Secret, LinkPurpose.StaffInvitation, ct);
        var account =
            link is not null && links.IsLive(link)
                ? await accounts.FindByIdAsync(link.SubjectId.ToString())
                : null;
        if (link is null || account is not { IsDisabled: false, PasswordHash: null })
            return Result<string>.Refused("This link has expired or was used. Ask for a new one.");
        var owner = await standIns.OwnerAsync(account, ct);
        if (owner is { PasswordHash: not null } or { IsDisabled: true })
            return Result<string>.Refused(
                "You have an account already. Sign in with it to take up this invitation."
            );
        if (await check.AgainstAsync(input.Password, owner ?? account, ct) is { } weak)
            return Result<string>.Refused(weak, null, AccountFields.NewPassword.Name);
        if (
            owner is not null
            && await standIns.PassOnAsync(account, owner, link.CouncilId, ct)
                is { Count: > 0 } against
        )
            return Result<string>.Refused(against);
        link.UsedAt = clock.Now;
        history.Write(
            actor with
            {
                Name = account.DisplayName,
            },
            account.Id,
            new HistoryNote("account.accepted", $"{account.DisplayName} took up the invitation")
        );
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Result<string>.Refused("This link was used just now. Sign in.");
        }
        var whose = owner ?? account;
        whose.EmailConfirmed = true;
        await passwords.SetAsync(whose, input.Password);
        return (await wayIn.ProceedAsync(whose, SignInWay.Password, false, null, ct)).Path;
    }
}
