using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>What comes after the password: set up, changed, or shown before anything else opens.</summary>
[OpenToUnproven]
public sealed class SecondFactorModel(Passkeys passkeys) : OwnAccountPage
{
    private int count;

    public bool Unproven => Who.IsUnproven;

    public string PasskeyWords =>
        count switch
        {
            0 => "None",
            1 => "1 passkey",
            _ => $"{count} passkeys",
        };

    public async Task OnGetAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        count = (await passkeys.ListAsync(Account)).Count;
    }
}
