using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Security;

/// <summary>Remembers where an account has signed in before: such a device cannot be locked out by others.</summary>
public sealed class KnownDevices(
    FosterDb db,
    LondonClock clock,
    SessionCookies cookies,
    IHttpContextAccessor http
)
{
    private const int MostPerAccount = 20;

    public async Task RememberAsync(Guid accountId, CancellationToken ct)
    {
        var context = http.HttpContext!;
        var key = cookies.Read(context, SessionCookie.Device);
        if (SecretKey.HashOf(key) is not { } hash)
        {
            key = SecretKey.Make();
            hash = SecretKey.HashOf(key)!;
        }
        cookies.Write(context, SessionCookie.Device, key!);
        var devices = await db.Set<KnownDevice>()
            .Where(d => d.AccountId == accountId)
            .OrderByDescending(d => d.LastUsedAt)
            .ToListAsync(ct);
        if (devices.FirstOrDefault(d => d.KeyHash == hash) is { } known)
            known.LastUsedAt = clock.Now;
        else
        {
            db.RemoveRange(devices.Skip(MostPerAccount - 1));
            db.Add(
                new KnownDevice
                {
                    AccountId = accountId,
                    KeyHash = hash,
                    LastUsedAt = clock.Now,
                }
            );
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>After a reset no device counts as known any more.</summary>
    public Task<int> ForgetAsync(Guid accountId, CancellationToken ct) =>
        db.WriteNowAsync(
            () => db.Set<KnownDevice>().Where(d => d.AccountId == accountId).ExecuteDeleteAsync(ct),
            ct
        );
}
