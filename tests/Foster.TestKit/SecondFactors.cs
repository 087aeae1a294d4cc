using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.TestKit;

/// <summary>What somebody's authenticator app shows, for tests of the way in.</summary>
public static class SecondFactors
{
    public static Task<Guid> AccountIdAsync(FosterHost host, string name) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Users.Where(a => a.UserName == name)
                .Select(a => a.Id)
                .SingleAsync()
        );

    /// <summary>The code of this moment.</summary>
    public static async Task<string> CodeAsync(FosterHost host, string name)
    {
        var id = await AccountIdAsync(host, name);
        return await host.InScopeAsync(async s =>
            Totp.CodeAt(
                (await s.GetRequiredService<Authenticators>().SecretOfAsync(id, default))!,
                Totp.StepAt(s.GetRequiredService<LondonClock>().Now)
            )
        );
    }

    /// <summary>New recovery codes for an account.</summary>
    public static async Task<IReadOnlyList<string>> RecoveryCodesAsync(FosterHost host, string name)
    {
        var id = await AccountIdAsync(host, name);
        return await host.InScopeAsync(s =>
            s.GetRequiredService<RecoveryCodes>().RenewAsync(id, default)
        );
    }

    /// <summary>The code for a key as it stands on the page that sets up an app.</summary>
    public static string CodeOfKey(FosterHost host, string words)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(
            words
                .Where(char.IsLetterOrDigit)
                .Select(c => Convert.ToString(alphabet.IndexOf(c), 2).PadLeft(5, '0'))
        );
        var secret = Enumerable
            .Range(0, bits.Length / 8)
            .Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))
            .ToArray();
        return Totp.CodeAt(secret, Totp.StepAt(host.Clock.GetUtcNow().UtcDateTime));
    }
}
