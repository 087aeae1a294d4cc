using System.Security.Claims;
using System.Text.Json;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Sessions;

/// <summary>
/// Keeps what was sent too late, or before a second factor was shown again, so that nothing typed is lost. It is given
/// back as a filled form and never acted upon by itself.
/// </summary>
public sealed class LatePosts(
    FosterDb db,
    LondonClock clock,
    IAntiforgery antiforgery,
    IDataProtectionProvider protection
)
{
    /// <summary>In the address of the page that shows it again.</summary>
    public const string Query = "given-back";

    private const string TokenField = "__RequestVerificationToken";
    private const int MostPerAccount = 20;
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Where to come back to after signing in: this address, with what was sent if it was a post.</summary>
    public static async Task<string> BackAsync(HttpContext context)
    {
        var path = context.Request.PathBase + context.Request.Path + context.Request.QueryString;
        if (!HttpMethods.IsPost(context.Request.Method))
            return path;
        var kept = await context
            .RequestServices.GetRequiredService<LatePosts>()
            .KeepAsync(context, context.RequestAborted);
        return kept is { } id ? QueryHelpers.AddQueryString(path, Query, id.ToString()) : path;
    }

    /// <summary>The fields of a kept post of this account to this address; null where there is none.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>?> FindAsync(
        Guid id,
        Guid accountId,
        string path,
        CancellationToken ct
    )
    {
        var oldest = clock.Now - Life;
        var kept = await db.Set<KeptPost>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                p => p.Id == id && p.AccountId == accountId && p.KeptAt > oldest,
                ct
            );
        return kept is null || PathOf(kept.Path) != path
            ? null
            : JsonSerializer.Deserialize<Dictionary<string, string[]>>(
                ProtectorOf(accountId).Unprotect(kept.Body)
            );
    }

    /// <summary>Forgets a kept post, once its form has been sent.</summary>
    public Task<int> ForgetAsync(Guid id, Guid accountId, CancellationToken ct) =>
        db.WriteNowAsync(
            () =>
                db.Set<KeptPost>()
                    .Where(p => p.Id == id && p.AccountId == accountId)
                    .ExecuteDeleteAsync(ct),
            ct
        );

    private async Task<Guid?> KeepAsync(HttpContext context, CancellationToken ct)
    {
        var owner = OwnerOf(context);
        if (owner is not var (accountId, name) || !context.Request.HasFormContentType)
            return null;
        var form = await context.Request.ReadFormAsync(ct);
        if (form.Files.Count > 0 || !await IsOurOwnAsync(context, accountId, name))
            return null;
        var fields = form.Where(f => IsKept(f.Key))
            .ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray());
        var kept = new KeptPost
        {
            AccountId = accountId,
            Path = context.Request.Path + context.Request.QueryString,
            Body = ProtectorOf(accountId).Protect(JsonSerializer.Serialize(fields)),
            KeptAt = clock.Now,
        };
        var oldest = clock.Now - Life;
        var earlier = await db.Set<KeptPost>()
            .Where(p => p.AccountId == accountId)
            .OrderByDescending(p => p.KeptAt)
            .Select(p => new { p.Id, p.KeptAt })
            .ToListAsync(ct);
        var gone = earlier
            .Where((p, i) => i >= MostPerAccount - 1 || p.KeptAt < oldest)
            .Select(p => p.Id)
            .ToList();
        if (gone.Count > 0)
            await db.WriteNowAsync(
                () => db.Set<KeptPost>().Where(p => gone.Contains(p.Id)).ExecuteDeleteAsync(ct),
                ct
            );
        db.Add(kept);
        await db.SaveChangesAsync(ct);
        return kept.Id;
    }

    private static (Guid AccountId, string Name)? OwnerOf(HttpContext context) =>
        context.Features.Get<Presence>() is { } who ? (who.Session.AccountId, who.SignInName)
        : context.Features.Get<EndedSession>() is { } ended
            ? (ended.Session.AccountId, ended.SignInName)
        : null;

    /// <summary>The token of the form was made for the owner of the session, who is not signed in any more.</summary>
    private async Task<bool> IsOurOwnAsync(HttpContext context, Guid accountId, string name)
    {
        var present = context.User;
        context.User = new ClaimsPrincipal(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.NameIdentifier, accountId.ToString()),
                    new Claim(ClaimTypes.Name, name),
                ],
                SessionHandler.SchemeName
            )
        );
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        finally
        {
            context.User = present;
        }
    }

    /// <summary>Secrets are typed again; a test holds their names to this.</summary>
    internal static bool IsKept(string name) =>
        name != TokenField && !name.Contains("password", StringComparison.OrdinalIgnoreCase);

    private static string PathOf(string address) => address.Split('?')[0];

    private IDataProtector ProtectorOf(Guid accountId) =>
        protection.CreateProtector("Foster.KeptPost", accountId.ToString());
}
