using System.Security.Cryptography;
using System.Text;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Security;

/// <summary>Ten codes of 80 bits, shown once, of which each counts once.</summary>
public sealed class RecoveryCodes(FosterDb db, LondonClock clock)
{
    public const int Count = 10;
    private const int Letters = 16;

    /// <summary>Without letters and digits that are mistaken for each other.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public Task<int> LeftAsync(Guid accountId, CancellationToken ct) =>
        db.Set<RecoveryCode>().CountAsync(c => c.AccountId == accountId && c.UsedAt == null, ct);

    /// <summary>Makes new ones; earlier ones end. They are shown to their owner now and never again.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(Guid accountId, CancellationToken ct)
    {
        var codes = Enumerable
            .Range(0, Count)
            .Select(_ => RandomNumberGenerator.GetString(Alphabet, Letters))
            .ToList();
        db.RemoveRange(
            await db.Set<RecoveryCode>().Where(c => c.AccountId == accountId).ToListAsync(ct)
        );
        db.AddRange(
            codes.Select(c => new RecoveryCode
            {
                AccountId = accountId,
                Hash = HashOf(accountId, c),
                MadeAt = clock.Now,
            })
        );
        await db.SaveChangesAsync(ct);
        return [.. codes.Select(c => string.Join('-', c.Chunk(4).Select(g => new string(g))))];
    }

    /// <summary>Uses a code up. False when it is none of theirs, or was used before, on any node.</summary>
    public async Task<bool> UseAsync(Guid accountId, string code, CancellationToken ct)
    {
        var plain = string.Concat(
            code.ToLowerInvariant().Where(c => c is not ('-' or ' ' or '‑' or '–'))
        );
        if (plain.Length != Letters)
            return false;
        var hash = HashOf(accountId, plain);
        var now = clock.Now;
        return await db.WriteNowAsync(
                () =>
                    db.Set<RecoveryCode>()
                        .Where(c => c.AccountId == accountId && c.Hash == hash && c.UsedAt == null)
                        .ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now), ct),
                ct
            ) == 1;
    }

    public Task<int> RemoveAsync(Guid accountId, CancellationToken ct) =>
        db.WriteNowAsync(
            () =>
                db.Set<RecoveryCode>().Where(c => c.AccountId == accountId).ExecuteDeleteAsync(ct),
            ct
        );

    private static string HashOf(Guid accountId, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(accountId + ":" + code)));
}
