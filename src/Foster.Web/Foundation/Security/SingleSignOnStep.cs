using System.Text.Json;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Foster.Web.Foundation.Security;

/// <summary>
/// The way in over the council's own sign-in. It leads to accounts that exist, never makes one, and counts as a second
/// factor only where the provider says so.
/// </summary>
public sealed class SingleSignOnStep(
    SingleSignOnProvider provider,
    UserManager<Account> accounts,
    SignIns signIns,
    Passages passages,
    WayIn wayIn,
    IDataProtectionProvider protection
)
{
    private const string LoginProvider = "SingleSignOn";

    private IDataProtector Protector => protection.CreateProtector("Foster.SingleSignOn");

    /// <summary>The address at the provider to go to.</summary>
    public async Task<string> BeginAsync(string? returnUrl, CancellationToken ct)
    {
        var trip = SingleSignOnProvider.NewTrip();
        var address = await provider.AddressAsync(trip, ct);
        var passage = await passages.BeginAsync(null, returnUrl, ct);
        await passages.PutChallengeAsync(
            passage,
            Protector.Protect(JsonSerializer.Serialize(trip)),
            ct
        );
        return address;
    }

    /// <summary>Goes on with whoever comes back from the provider in the browser in which they left.</summary>
    public async Task<Arrival> EndAsync(string? code, string? state, CancellationToken ct)
    {
        if (
            string.IsNullOrEmpty(code)
            || await passages.CurrentAsync(ct) is not { AccountId: null } passage
            || await passages.TakeChallengeAsync(passage, ct) is not { } challenge
            || TripIn(challenge) is not { } trip
            || trip.State != state
            || !await passages.EndAsync(passage, ct)
            || await provider.RedeemAsync(trip, code, ct) is not { } person
            || await AccountOfAsync(person, ct) is not { } account
        )
            return Arrival.Refused;
        return await wayIn.ProceedAsync(
            account,
            SignInWay.SingleSignOn,
            person.HasSecondFactor,
            passage.ReturnUrl,
            ct
        );
    }

    /// <summary>By the provider's own key; the first time by the verified e-mail address of a member of staff.</summary>
    private async Task<Account?> AccountOfAsync(ProvidedPerson person, CancellationToken ct)
    {
        if (await accounts.FindByLoginAsync(LoginProvider, person.Subject) is { } known)
            return known;
        if (
            person.Email is not { } email
            || await signIns.NamedAsync(email, ct) is not { } account
            || !string.Equals(account.Email, email, StringComparison.OrdinalIgnoreCase)
            || (await accounts.GetLoginsAsync(account)).Count > 0
            || !(await wayIn.PositionsAsync(account.Id, ct)).Any(p => p.Role.IsStaff())
        )
            return null;
        var linked = await accounts.AddLoginAsync(
            account,
            new UserLoginInfo(LoginProvider, person.Subject, provider.Name)
        );
        return linked.Succeeded ? account : null;
    }

    private SingleSignOnTrip? TripIn(string challenge)
    {
        try
        {
            return JsonSerializer.Deserialize<SingleSignOnTrip>(Protector.Unprotect(challenge));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // The challenge of a passkey.
            return null;
        }
    }
}
