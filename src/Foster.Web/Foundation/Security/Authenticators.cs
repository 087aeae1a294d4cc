using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Security;

/// <summary>The authenticator app of each account.</summary>
public sealed class Authenticators(
    FosterDb db,
    LondonClock clock,
    IDataProtectionProvider protection
)
{
    public Task<bool> HasAsync(Guid accountId, CancellationToken ct) =>
        db.Set<Authenticator>().AnyAsync(a => a.AccountId == accountId, ct);

    /// <summary>A new secret in a form that can go through the page of its owner and back; nobody else can use it.</summary>
    public string Offer(Guid accountId, byte[] secret) =>
        OfferOf(accountId).Protect(Convert.ToBase64String(secret), TimeSpan.FromHours(1));

    public byte[]? OfferedTo(Guid accountId, string? offer)
    {
        try
        {
            return string.IsNullOrEmpty(offer)
                ? null
                : Convert.FromBase64String(OfferOf(accountId).Unprotect(offer));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Keeps the secret once its app has shown that it knows it. False when the code is not of this secret.</summary>
    public async Task<bool> AddAsync(
        Guid accountId,
        byte[] secret,
        string code,
        CancellationToken ct
    )
    {
        if (Totp.StepOf(secret, code, clock.Now) is not { } step)
            return false;
        await PutAsync(accountId, secret, step, ct);
        return true;
    }

    /// <summary>Keeps a secret without a code: for demonstration accounts, whose secrets are public.</summary>
    public Task PutAsync(Guid accountId, byte[] secret, CancellationToken ct) =>
        PutAsync(accountId, secret, 0, ct);

    /// <summary>The secret itself, for the page of demonstration accounts.</summary>
    public async Task<byte[]?> SecretOfAsync(Guid accountId, CancellationToken ct)
    {
        var kept = await db.Set<Authenticator>()
            .AsNoTracking()
            .SingleOrDefaultAsync(a => a.AccountId == accountId, ct);
        return kept is null ? null : Open(kept);
    }

    /// <summary>The secrets of several accounts at once, for the same page.</summary>
    public async Task<IReadOnlyDictionary<Guid, byte[]>> SecretsAsync(
        IReadOnlyCollection<Guid> accountIds,
        CancellationToken ct
    ) =>
        (
            await db.Set<Authenticator>()
                .AsNoTracking()
                .Where(a => accountIds.Contains(a.AccountId))
                .ToListAsync(ct)
        ).ToDictionary(a => a.AccountId, Open);

    /// <summary>True when the code is right and neither it nor a later one was taken before, on any node.</summary>
    public async Task<bool> TakeAsync(Guid accountId, string code, CancellationToken ct)
    {
        if (
            await SecretOfAsync(accountId, ct) is not { } secret
            || Totp.StepOf(secret, code, clock.Now) is not { } step
        )
            return false;
        return await db.WriteNowAsync(
                () =>
                    db.Set<Authenticator>()
                        .Where(a => a.AccountId == accountId && a.LastStep < step)
                        .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastStep, step), ct),
                ct
            ) == 1;
    }

    public Task<int> RemoveAsync(Guid accountId, CancellationToken ct) =>
        db.WriteNowAsync(
            () =>
                db.Set<Authenticator>().Where(a => a.AccountId == accountId).ExecuteDeleteAsync(ct),
            ct
        );

    private async Task PutAsync(Guid accountId, byte[] secret, long step, CancellationToken ct)
    {
        var sealedSecret = KeptOf(accountId).Protect(Convert.ToBase64String(secret));
        var kept = await db.Set<Authenticator>()
            .SingleOrDefaultAsync(a => a.AccountId == accountId, ct);
        if (kept is null)
            db.Add(
                new Authenticator
                {
                    AccountId = accountId,
                    Secret = sealedSecret,
                    AddedAt = clock.Now,
                    LastStep = step,
                }
            );
        else
            (kept.Secret, kept.AddedAt, kept.LastStep) = (sealedSecret, clock.Now, step);
        await db.SaveChangesAsync(ct);
    }

    private byte[] Open(Authenticator kept) =>
        Convert.FromBase64String(KeptOf(kept.AccountId).Unprotect(kept.Secret));

    private IDataProtector KeptOf(Guid accountId) =>
        protection.CreateProtector("Foster.Authenticator", accountId.ToString());

    private ITimeLimitedDataProtector OfferOf(Guid accountId) =>
        protection
            .CreateProtector("Foster.AuthenticatorOffer", accountId.ToString())
            .ToTimeLimitedDataProtector();
}
