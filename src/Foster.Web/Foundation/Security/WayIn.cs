using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Security;

/// <summary>Where the way in has led.</summary>
public enum WayInStep
{
    /// <summary>Not at all; why is never said.</summary>
    Refused,

    /// <summary>Too many tries from here; it ends by itself.</summary>
    Resting,

    /// <summary>Signed in, or signed in so far that only a second factor can be set up.</summary>
    In,

    /// <summary>The password was right and the second factor is asked for.</summary>
    FactorWanted,
}

/// <param name="Path">The page to go to next.</param>
public sealed record Arrival(WayInStep Step, string Path = "")
{
    public static Arrival Refused { get; } = new(WayInStep.Refused);
    public static Arrival Resting { get; } = new(WayInStep.Resting);

    public bool GoesOn => Step is WayInStep.In or WayInStep.FactorWanted;
}

/// <summary>
/// The one gate to a session, by whatever road somebody comes: password, passkey, single sign-on, invitation, a new
/// account. Staff never get past it without a second factor.
/// </summary>
public sealed class WayIn(
    FosterDb db,
    SessionStore sessions,
    SessionCookies cookies,
    Passages passages,
    Authenticators authenticators,
    Passkeys passkeys,
    KnownDevices devices,
    IHttpContextAccessor http
)
{
    public const string CodePath = "/sign-in/code";
    public const string SetUpPath = "/account/second-factor";

    private HttpContext Context => http.HttpContext!;

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

    /// <summary>Goes on with somebody who has shown one thing, or with <paramref name="proven"/> two.</summary>
    public async Task<Arrival> ProceedAsync(
        Account account,
        SignInWay way,
        bool proven,
        string? returnUrl,
        CancellationToken ct
    )
    {
        var positions = await PositionsAsync(account.Id, ct);
        if (account.IsDisabled || positions.Count == 0)
            return Arrival.Refused;
        var isStaff = positions.Any(p => p.Role.IsStaff());
        if (!proven)
        {
            var hasApp = await authenticators.HasAsync(account.Id, ct);
            // A carer's passkey is another way in; an app was set up in order to be asked for.
            if (hasApp || (isStaff && await passkeys.HasAsync(account)))
            {
                await passages.BeginAsync(account.Id, returnUrl, ct);
                return new Arrival(WayInStep.FactorWanted, CodePath);
            }
        }
        var last = await sessions.LastPlaceAsync(account.Id, ct);
        var position = positions.FirstOrDefault(p => (p.CouncilId, p.Role) == last) ?? positions[0];
        // Without a second factor staff are in as staff, which opens nothing but the pages that set one up.
        if (isStaff && !proven && !position.Role.IsStaff())
            position = positions.First(p => p.Role.IsStaff());
        if (await sessions.OfCookieAsync(Context, cookies, ct) is { } former)
            await sessions.EndAsync(former.AccountId, former.Id, ct);
        var (_, key) = await sessions.StartAsync(
            account,
            position,
            isStaff,
            way,
            proven,
            Context.Request.Headers.UserAgent,
            ct
        );
        cookies.Write(Context, SessionCookie.Session, key);
        if (isStaff && !proven)
            return new Arrival(WayInStep.In, SetUp(returnUrl));
        await devices.RememberAsync(account.Id, ct);
        return new Arrival(WayInStep.In, IsOurs(returnUrl) ? returnUrl! : position.Role.Home());
    }

    /// <summary>A page of this site, and none of those on the way in.</summary>
    public static bool IsOurs(string? path) =>
        !string.IsNullOrEmpty(path)
        && Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult.IsLocalUrl(path)
        && path != "/"
        && !path.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase)
        && !path.StartsWith('~');

    private static string SetUp(string? returnUrl) =>
        IsOurs(returnUrl) ? $"{SetUpPath}?ReturnUrl={Uri.EscapeDataString(returnUrl!)}" : SetUpPath;
}
