using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Foster.Web.Foundation.Security;

/// <summary>A passkey as its owner sees it in the list.</summary>
public sealed record PasskeyLine(string Id, string Name, DateTime AddedAt);

/// <summary>
/// Passkeys by the framework's own handler. Its challenges are kept with the passage and used once. A passkey always
/// asks for the owner's finger, face or PIN, so it is two factors in one.
/// </summary>
public sealed class Passkeys(
    UserManager<Account> accounts,
    IPasskeyHandler<Account> handler,
    Passages passages,
    IHttpContextAccessor http,
    IDataProtectionProvider protection
)
{
    public const int Most = 10;

    private HttpContext Context => http.HttpContext!;

    private IDataProtector Protector => protection.CreateProtector("Foster.Passkey");

    public async Task<IReadOnlyList<PasskeyLine>> ListAsync(Account account) =>
        [
            .. (await accounts.GetPasskeysAsync(account))
                .OrderBy(p => p.CreatedAt)
                .Select(p => new PasskeyLine(
                    Convert.ToHexStringLower(p.CredentialId),
                    p.Name ?? "Passkey",
                    p.CreatedAt.UtcDateTime
                )),
        ];

    public async Task<bool> HasAsync(Account account) =>
        (await accounts.GetPasskeysAsync(account)).Count > 0;

    /// <summary>What the browser needs in order to ask for a passkey. Tells nothing of whether anybody has one.</summary>
    public async Task<string> AskAsync(Passage passage, Account? account, CancellationToken ct)
    {
        var asked = await handler.MakeRequestOptionsAsync(account, Context);
        await passages.PutChallengeAsync(
            passage,
            Protector.Protect(asked.AssertionState ?? ""),
            ct
        );
        return asked.RequestOptionsJson;
    }

    /// <summary>Whose passkey this answer is; null when it is nobody's, or not an answer to our own challenge.</summary>
    public async Task<Account?> AnsweredAsync(
        Passage passage,
        string credential,
        CancellationToken ct
    )
    {
        if (await passages.TakeChallengeAsync(passage, ct) is not { } challenge)
            return null;
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = Context,
                CredentialJson = credential,
                AssertionState = Protector.Unprotect(challenge),
            }
        );
        if (!result.Succeeded)
            return null;
        // The count of its uses is kept, so that a copied one is noticed.
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User;
    }

    /// <summary>What the browser needs in order to make a passkey for this account.</summary>
    public async Task<string> OfferAsync(Passage passage, Account account, CancellationToken ct)
    {
        var offered = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.Id.ToString(),
                Name = account.UserName!,
                DisplayName = account.DisplayName,
            },
            Context
        );
        await passages.PutChallengeAsync(
            passage,
            Protector.Protect(offered.AttestationState ?? ""),
            ct
        );
        return offered.CreationOptionsJson;
    }

    /// <summary>Keeps the passkey that the browser made. False when it is not an answer to our own challenge.</summary>
    public async Task<bool> AddAsync(
        Passage passage,
        Account account,
        string credential,
        string name,
        CancellationToken ct
    )
    {
        if (await passages.TakeChallengeAsync(passage, ct) is not { } challenge)
            return false;
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = Context,
                CredentialJson = credential,
                AttestationState = Protector.Unprotect(challenge),
            }
        );
        if (!result.Succeeded || result.UserEntity.Id != account.Id.ToString())
            return false;
        result.Passkey.Name = name;
        return (await accounts.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded;
    }

    public async Task<bool> RemoveAsync(Account account, string id)
    {
        var own = (await accounts.GetPasskeysAsync(account)).FirstOrDefault(p =>
            Convert.ToHexStringLower(p.CredentialId) == id
        );
        return own is not null
            && (await accounts.RemovePasskeyAsync(account, own.CredentialId)).Succeeded;
    }
}
