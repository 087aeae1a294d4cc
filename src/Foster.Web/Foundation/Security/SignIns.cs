using System.Security.Claims;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Security;

/// <summary>Where demonstration accounts may be used (section Demo). Refused in Production.</summary>
public sealed class DemoOptions
{
    /// <summary>The password of every demonstration account, shown on the page that lists them.</summary>
    public const string Password = "harbour-lantern-orchard";

    public bool Enabled { get; set; }
}

/// <summary>One way in: a role the account holds in a council.</summary>
public sealed record Position(Guid CouncilId, string Council, Role Role);

/// <summary>Signs people in and out and lets them choose the role they act in.</summary>
public sealed class SignIns(
    FosterDb db,
    UserManager<Account> accounts,
    SignInManager<Account> signIn,
    AlertBook alerts,
    DemoOptions demo
)
{
    public const string CouncilClaim = "council";

    /// <summary>The roles an account holds, in the order of the enum.</summary>
    public async Task<IReadOnlyList<Position>> PositionsAsync(Guid accountId, CancellationToken ct)
    {
        var held = await (
            from r in db.Set<RoleAssignment>()
            join c in db.Set<Council>() on r.CouncilId equals c.Id
            where r.AccountId == accountId
            select new Position(c.Id, c.Name, r.Role)
        ).ToListAsync(ct);
        return
        [
            .. held.OrderBy(p => p.Council, StringComparer.Ordinal).ThenByDescending(p => p.Role),
        ];
    }

    /// <summary>Checks name and password. Null when they do not match, the account is locked, disabled or has no role.</summary>
    public async Task<Position?> WithPasswordAsync(
        string name,
        string password,
        CancellationToken ct
    )
    {
        var account = await accounts.FindByNameAsync(name);
        if (account is null)
        {
            // The same work as for a known account, so that the time says nothing.
            accounts.PasswordHasher.HashPassword(new Account { DisplayName = "" }, password);
            await alerts.SignInFailedAsync(null, ct);
            return null;
        }
        var check = await signIn.CheckPasswordSignInAsync(
            account,
            password,
            lockoutOnFailure: true
        );
        var positions = await PositionsAsync(account.Id, ct);
        if (!check.Succeeded)
            await alerts.SignInFailedAsync(account.Id, ct);
        if (!check.Succeeded || account.IsDisabled || positions.Count == 0)
            return null;
        // A password alone opens staff roles only in the demonstration.
        var open = positions.Where(p => demo.Enabled || !p.Role.IsStaff()).ToList();
        if (open.Count == 0)
            return null;
        await EnterAsync(account, open[0]);
        return open[0];
    }

    /// <summary>Signs in as a demonstration person. The caller has checked that the demonstration is on.</summary>
    public async Task<Position?> AsDemonstrationAsync(string name, CancellationToken ct)
    {
        if (
            !demo.Enabled
            || !Journeys.Words.IsWhole(name)
            || await accounts.FindByNameAsync(name) is not { IsDisabled: false } account
        )
            return null;
        var positions = await PositionsAsync(account.Id, ct);
        if (positions.Count == 0)
            return null;
        await EnterAsync(account, positions[0]);
        return positions[0];
    }

    /// <summary>Goes on in another role that the account holds. False when it does not hold it.</summary>
    public async Task<bool> SwitchAsync(
        Guid accountId,
        Guid councilId,
        Role role,
        CancellationToken ct
    )
    {
        var account = await accounts.FindByIdAsync(accountId.ToString());
        var position = (await PositionsAsync(accountId, ct)).FirstOrDefault(p =>
            p.CouncilId == councilId && p.Role == role
        );
        if (
            account is null or { IsDisabled: true }
            || position is null
            || (position.Role.IsStaff() && !demo.Enabled)
        )
            return false;
        await EnterAsync(account, position);
        return true;
    }

    /// <summary>Changes the password of whoever is signed in. Their session goes on; all others end.</summary>
    public async Task<Result> ChangePasswordAsync(
        Actor actor,
        (string Value, string Field) present,
        (string Value, string Field) next,
        CancellationToken ct
    )
    {
        var account = await accounts.FindByIdAsync(actor.AccountId.ToString());
        var position = (await PositionsAsync(actor.AccountId, ct)).FirstOrDefault(p =>
            p.CouncilId == actor.CouncilId && p.Role == actor.Role
        );
        if (account is null || position is null)
            return Result.Refused("Sign in again to change your password.");
        // Wrong tries count as at the sign-in page, so that a device left open is no way to guess.
        if (await accounts.IsLockedOutAsync(account))
            return Result.Refused(
                "After several wrong tries this rests for ten minutes. Try again then.",
                null,
                present.Field
            );
        if (!await accounts.CheckPasswordAsync(account, present.Value))
        {
            await accounts.AccessFailedAsync(account);
            return Result.Refused("This is not your password now", null, present.Field);
        }
        var changed = await accounts.ChangePasswordAsync(account, present.Value, next.Value);
        if (!changed.Succeeded)
            return Result.Refused([
                .. changed.Errors.Select(e => new Refusal(Words(e), null, next.Field)),
            ]);
        await accounts.ResetAccessFailedCountAsync(account);
        await EnterAsync(account, position);
        return Result.Done;
    }

    private static string Words(IdentityError error) =>
        error.Code == nameof(IdentityErrorDescriber.PasswordTooShort)
            ? "The new password must be 12 characters or more"
            : error.Description;

    /// <summary>Applicants who are approved while signed in go on as carers.</summary>
    public Task<bool> GoOnAsCarerAsync(Guid accountId, Guid councilId, CancellationToken ct) =>
        SwitchAsync(accountId, councilId, Role.ApprovedCarer, ct);

    public async Task OutAsync(ClaimsPrincipal principal)
    {
        // A new stamp, so that a copied cookie is worth nothing.
        if (await accounts.GetUserAsync(principal) is { } account)
            await accounts.UpdateSecurityStampAsync(account);
        await signIn.SignOutAsync();
    }

    private async Task EnterAsync(Account account, Position position) =>
        await signIn.SignInWithClaimsAsync(
            account,
            isPersistent: false,
            [
                new Claim(ClaimTypes.Role, position.Role.ToString()),
                new Claim(CouncilClaim, position.CouncilId.ToString()),
            ]
        );
}
