using Microsoft.AspNetCore.Identity;

namespace Foster.Web.Foundation.Security;

/// <summary>What a password is compared with where there is no account: one hash for as long as the program runs.</summary>
public sealed class HashOfNobody
{
    private string? hash;

    public string Of(IPasswordHasher<Account> hasher, Account nobody) =>
        hash ??= hasher.HashPassword(nobody, Sessions.SecretKey.Make());
}

/// <summary>Checks passwords with the same work whether or not there is an account, and upgrades old hashes.</summary>
public sealed class Passwords(UserManager<Account> accounts, HashOfNobody nobody)
{
    /// <summary>Hashing is slow on purpose: it leaves a processor to everybody else, however many guess at once.</summary>
    private static readonly SemaphoreSlim Hashing = new(
        Math.Max(1, Environment.ProcessorCount - 1)
    );

    private static readonly Account Nobody = new() { DisplayName = "" };

    public async Task<bool> AreOfAsync(Account? account, string password, CancellationToken ct)
    {
        await Hashing.WaitAsync(ct);
        try
        {
            var hasher = accounts.PasswordHasher;
            var hashOfNobody = nobody.Of(hasher, Nobody);
            var hash = account?.PasswordHash;
            var verdict = hasher.VerifyHashedPassword(
                account ?? Nobody,
                hash ?? hashOfNobody,
                password
            );
            if (hash is null || verdict == PasswordVerificationResult.Failed)
                return false;
            if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
            {
                account!.PasswordHash = hasher.HashPassword(account, password);
                await accounts.UpdateAsync(account);
            }
            return true;
        }
        finally
        {
            Hashing.Release();
        }
    }

    /// <summary>Gives the account a password that the rules have let pass.</summary>
    public async Task SetAsync(Account account, string password)
    {
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        var saved = await accounts.UpdateSecurityStampAsync(account);
        if (!saved.Succeeded)
            throw new InvalidOperationException(saved.ToString());
    }
}
