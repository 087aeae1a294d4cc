using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Sessions;
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
    UserManager<Account> accounts,
    Passwords passwords,
    Throttle throttle,
    WayIn wayIn,
    SessionStore sessions,
    SessionCookies cookies,
    AlertBook alerts,
    DemoOptions demo,
    IHttpContextAccessor http
)
{
    public const string CouncilClaim = "council";

    private HttpContext Context => http.HttpContext!;

    /// <summary>The roles an account holds, in the order of the enum.</summary>
    public Task<IReadOnlyList<Position>> PositionsAsync(Guid accountId, CancellationToken ct) =>
        wayIn.PositionsAsync(accountId, ct);

    /// <summary>The account of a sign-in name, or of an e-mail address that only one account has.</summary>
    public async Task<Account?> NamedAsync(string name, CancellationToken ct)
    {
        var normal = accounts.NormalizeName(name.Trim());
        var found = await accounts
            .Users.Where(a => a.NormalizedUserName == normal || a.NormalizedEmail == normal)
            .OrderBy(a => a.Id)
            .Take(3)
            .ToListAsync(ct);
        return found.FirstOrDefault(a => a.NormalizedUserName == normal)
            ?? (found.Count == 1 ? found[0] : null);
    }

    /// <summary>Checks name and password, with the same answer and the same work whether or not there is such an account.</summary>
    public async Task<Arrival> WithPasswordAsync(
        string name,
        string password,
        string? returnUrl,
        CancellationToken ct
    )
    {
        var account = await NamedAsync(name, ct);
        var subject = account?.Id.ToString() ?? name.Trim();
        if (!await throttle.AdmitAsync(TryKind.Password, subject, ct))
            return Arrival.Resting;
        if (!await passwords.AreOfAsync(account, password, ct) || account!.IsDisabled)
        {
            await alerts.SignInFailedAsync(account?.Id, ct);
            return Arrival.Refused;
        }
        var arrival = await wayIn.ProceedAsync(account, SignInWay.Password, false, returnUrl, ct);
        if (arrival.GoesOn)
            await throttle.ForgiveAsync(TryKind.Password, subject, ct);
        return arrival;
    }

    /// <summary>Goes on with an account that its owner has just made and given a password.</summary>
    public async Task<Arrival> AsNewAsync(string name, CancellationToken ct) =>
        await accounts.FindByNameAsync(name) is { } account
            ? await wayIn.ProceedAsync(account, SignInWay.Password, false, null, ct)
            : Arrival.Refused;

    /// <summary>Signs in as a demonstration person with everything done. Refused where the demonstration is off.</summary>
    public async Task<Arrival> AsDemonstrationAsync(string name, CancellationToken ct) =>
        demo.Enabled
        && Journeys.Words.IsWhole(name)
        && await accounts.FindByNameAsync(name) is { } account
            ? await wayIn.ProceedAsync(account, SignInWay.Demonstration, true, null, ct)
            : Arrival.Refused;

    /// <summary>Goes on in another role that the account holds. False when it does not hold it.</summary>
    public async Task<bool> SwitchAsync(
        Guid accountId,
        Guid councilId,
        Role role,
        CancellationToken ct
    )
    {
        if (
            Context.Features.Get<Presence>() is not { } who
            || who.Session.AccountId != accountId
            || !(await PositionsAsync(accountId, ct)).Any(p =>
                p.CouncilId == councilId && p.Role == role
            )
        )
            return false;
        await sessions.ActAsync(who.Session.Id, councilId, role, ct);
        return true;
    }

    /// <summary>Ends the session of this request on every node.</summary>
    public async Task OutAsync(CancellationToken ct)
    {
        if (Context.Features.Get<Presence>() is { } who)
            await sessions.EndAsync(who.Session.AccountId, who.Session.Id, ct);
        cookies.Remove(Context, SessionCookie.Session);
    }

    /// <summary>Writes down that somebody proved again who they are; the session goes on under a new key.</summary>
    public async Task ConfirmedAsync(bool withFactor, CancellationToken ct)
    {
        if (Context.Features.Get<Presence>() is not { } who)
            return;
        await sessions.ConfirmAsync(who.Session.Id, withFactor, ct);
        await RenewKeyAsync(ct);
    }

    /// <summary>The session goes on under a new key; a copy of the old cookie is worth nothing.</summary>
    public async Task RenewKeyAsync(CancellationToken ct)
    {
        if (Context.Features.Get<Presence>() is { } who)
            cookies.Write(
                Context,
                SessionCookie.Session,
                await sessions.RenewKeyAsync(who.Session.Id, ct)
            );
    }
}
