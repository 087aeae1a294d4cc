using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>How many recovery codes are left, and new ones, shown once.</summary>
[FreshFactor]
public sealed class RecoveryCodesModel(RecoveryCodes recovery, TellOwner tell) : OwnAccountPage
{
    public IReadOnlyList<string>? NewCodes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } first)
            return first;
        if (!Factors.Any)
            return NotFound();
        NewCodes = await recovery.RenewAsync(Account.Id, ct);
        await tell.OfOwnActAsync(Account.Id, AccountNews.RecoveryCodesRenewed, ct);
        return Page();
    }
}
