using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Security;

/// <summary>Being on the way in, kept in the database so that the next step may be taken on another node.</summary>
public sealed class Passages(
    FosterDb db,
    LondonClock clock,
    SessionCookies cookies,
    IHttpContextAccessor http
)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private HttpContext Context => http.HttpContext!;

    /// <summary>The passage of this browser that has not run out.</summary>
    public async Task<Passage?> CurrentAsync(CancellationToken ct)
    {
        if (SecretKey.HashOf(cookies.Read(Context, SessionCookie.Passage)) is not { } hash)
            return null;
        var now = clock.Now;
        return await db.Set<Passage>()
            .SingleOrDefaultAsync(p => p.KeyHash == hash && p.ExpiresAt > now, ct);
    }

    /// <summary>Begins one under a new key; that of this browser before ends.</summary>
    public async Task<Passage> BeginAsync(Guid? accountId, string? returnUrl, CancellationToken ct)
    {
        var now = clock.Now;
        if (await CurrentAsync(ct) is { } earlier)
            db.Remove(earlier);
        db.RemoveRange(
            await db.Set<Passage>()
                .Where(p => p.ExpiresAt < now)
                .OrderBy(p => p.ExpiresAt)
                .Take(50)
                .ToListAsync(ct)
        );
        var key = SecretKey.Make();
        var passage = new Passage
        {
            KeyHash = SecretKey.HashOf(key)!,
            AccountId = accountId,
            ReturnUrl = returnUrl is { Length: <= 4_000 } ? returnUrl : null,
            ExpiresAt = now + Life,
        };
        db.Add(passage);
        await db.SaveChangesAsync(ct);
        cookies.Write(Context, SessionCookie.Passage, key);
        return passage;
    }

    public async Task PutChallengeAsync(Passage passage, string challenge, CancellationToken ct)
    {
        passage.Challenge = challenge;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes the challenge out; two posts at once cannot both have it.</summary>
    public async Task<string?> TakeChallengeAsync(Passage passage, CancellationToken ct)
    {
        if (passage.Challenge is not { } challenge)
            return null;
        var taken = await db.WriteNowAsync(
            () =>
                db.Set<Passage>()
                    .Where(p => p.Id == passage.Id && p.Challenge == challenge)
                    .ExecuteUpdateAsync(p => p.SetProperty(x => x.Challenge, (string?)null), ct),
            ct
        );
        return taken == 1 ? challenge : null;
    }

    /// <summary>The way is behind them. False when another request has just ended it.</summary>
    public async Task<bool> EndAsync(Passage passage, CancellationToken ct)
    {
        cookies.Remove(Context, SessionCookie.Passage);
        return await db.WriteNowAsync(
                () => db.Set<Passage>().Where(p => p.Id == passage.Id).ExecuteDeleteAsync(ct),
                ct
            ) == 1;
    }
}
