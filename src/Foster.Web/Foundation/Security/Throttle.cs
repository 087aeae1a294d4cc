using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Security;

/// <summary>What is being tried.</summary>
public enum TryKind
{
    Password,
    Code,
    Mail,
}

/// <summary>
/// Stops guessing within eight tries for an account and a range of addresses, and frees it again by itself after ten
/// minutes. Counted in the database, so that nodes count together, and before the try, so that tries at once are
/// counted too. A device on which the owner has signed in before has a count of its own: whoever guesses elsewhere
/// cannot keep the owner out.
/// </summary>
public sealed class Throttle(
    FosterDb db,
    LondonClock clock,
    SessionCookies cookies,
    IHttpContextAccessor http
)
{
    public const int Most = 8;
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    /// <summary>For one account from everywhere: guessing from many places is slowed down as well.</summary>
    private const int MostFromEverywhere = 80;

    /// <summary>For one range of addresses and all accounts: a whole council may sit behind one.</summary>
    private const int MostOfARange = 600;

    private HttpContext Context => http.HttpContext!;

    /// <summary>Counts a try for an account, or for a name that may be nobody's. False when there were too many.</summary>
    public async Task<bool> AdmitAsync(TryKind kind, string subject, CancellationToken ct)
    {
        var buckets = await BucketsAsync(kind, subject, ct);
        return await db.WriteTogetherAsync(
            async () =>
            {
                foreach (var (key, most) in buckets)
                {
                    if (await CountAsync(key, ct) > most)
                        return false;
                }
                return true;
            },
            ct
        );
    }

    /// <summary>The try was right after all: what was counted for it is taken back.</summary>
    public async Task ForgiveAsync(TryKind kind, string subject, CancellationToken ct)
    {
        var buckets = await BucketsAsync(kind, subject, ct);
        var own = buckets[0].Key;
        var wide = buckets.Skip(1).Select(b => b.Key).ToList();
        await db.WriteTogetherAsync(
            async () =>
            {
                await db.Set<TryCount>().Where(t => t.Key == own).ExecuteDeleteAsync(ct);
                return await db.Set<TryCount>()
                    .Where(t => wide.Contains(t.Key) && t.Count > 0)
                    .ExecuteUpdateAsync(t => t.SetProperty(x => x.Count, x => x.Count - 1), ct);
            },
            ct
        );
    }

    /// <summary>Narrowest first: a guesser who is stopped there does not fill the wider ones.</summary>
    private async Task<(string Key, int Most)[]> BucketsAsync(
        TryKind kind,
        string subject,
        CancellationToken ct
    )
    {
        if (await IsKnownDeviceAsync(subject, ct) is { } device)
            return [(KeyOf(kind, subject, device), Most)];
        var range = RangeOf(Context.Connection.RemoteIpAddress);
        return
        [
            (KeyOf(kind, subject, range), Most),
            (KeyOf(kind, subject, "everywhere"), MostFromEverywhere),
            (KeyOf(kind, "everybody", range), MostOfARange),
        ];
    }

    private async Task<string?> IsKnownDeviceAsync(string subject, CancellationToken ct)
    {
        var hash = SecretKey.HashOf(cookies.Read(Context, SessionCookie.Device));
        return
            hash is not null
            && Guid.TryParse(subject, out var accountId)
            && await db.Set<KnownDevice>()
                .AnyAsync(d => d.AccountId == accountId && d.KeyHash == hash, ct)
            ? hash
            : null;
    }

    /// <summary>Counts one up and tells the count; both databases do it in one statement.</summary>
    private async Task<int> CountAsync(string key, CancellationToken ct)
    {
        var now = new DateTimeOffset(clock.Now).ToUnixTimeSeconds();
        var ends = now + (long)Rest.TotalSeconds;
        var counted = await db
            .Database.SqlQuery<int>(
                $"""
                INSERT INTO "TryCounts" ("Key", "Count", "EndsAt") VALUES ({key}, 1, {ends})
                ON CONFLICT ("Key") DO UPDATE SET
                  "Count" = CASE WHEN "TryCounts"."EndsAt" <= {now} THEN 1 ELSE "TryCounts"."Count" + 1 END,
                  "EndsAt" = CASE WHEN "TryCounts"."EndsAt" <= {now} THEN {ends} ELSE "TryCounts"."EndsAt" END
                RETURNING "Count" AS "Value"
                """
            )
            .ToListAsync(ct);
        if (counted[0] == 1)
            await db.Set<TryCount>().Where(t => t.EndsAt < now).ExecuteDeleteAsync(ct);
        return counted[0];
    }

    private static string KeyOf(TryKind kind, string subject, string place) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{subject.ToUpperInvariant()}|{place}"))
        );

    /// <summary>The neighbours whom one guesser can easily be: 256 addresses, or what one household gets of the new ones.</summary>
    internal static string RangeOf(IPAddress? address)
    {
        if (address is null)
            return "nowhere";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(
            bytes.AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 7)
        );
    }
}
