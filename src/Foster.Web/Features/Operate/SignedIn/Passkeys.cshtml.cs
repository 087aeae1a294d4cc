using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>The passkeys of the account: add one, remove one.</summary>
[OpenToUnproven]
[FreshFactor]
public sealed class PasskeysModel(
    Passkeys passkeys,
    Passages passages,
    SetUpFactor setUp,
    TellOwner tell
) : OwnAccountPage, IHasForm
{
    public Form Form { get; } = new();

    public IReadOnlyList<PasskeyLine> Own { get; private set; } = [];

    public IReadOnlyList<string>? NewCodes { get; private set; }

    public string DoneHref { get; private set; } = "";

    /// <summary>Staff keep one thing at least by which they can prove who they are.</summary>
    public bool MayRemove => !IsStaff || Factors.App || Own.Count > 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await FirstAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken ct)
    {
        if (await FirstAsync(ct) is not null || Own.Count >= Passkeys.Most)
            return NotFound();
        var passage = await passages.BeginAsync(Account.Id, null, ct);
        return Content(await passkeys.OfferAsync(passage, Account, ct), "application/json");
    }

    public async Task<IActionResult> OnPostAsync(string? credential, CancellationToken ct)
    {
        if (await FirstAsync(ct) is { } first)
            return first;
        if (
            await passages.CurrentAsync(ct) is not { } passage
            || passage.AccountId != Account.Id
            || !await passkeys.AddAsync(
                passage,
                Account,
                credential ?? "",
                DeviceWords.Of(Request.Headers.UserAgent),
                ct
            )
        )
        {
            Form.AddError(null, "This passkey could not be added. Try again.");
            return Page();
        }
        await passages.EndAsync(passage, ct);
        DoneHref = Onward;
        NewCodes = await setUp.DoneAsync(Account.Id, AccountNews.PasskeyAdded, ct);
        if (NewCodes is not null)
            return Page();
        FormPage.Say(TempData, "Your passkey is added.");
        return LocalRedirect(DoneHref == "/account" ? "/account/passkeys" : DoneHref);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, CancellationToken ct)
    {
        if (await FirstAsync(ct) is { } first)
            return first;
        if (!MayRemove || !await passkeys.RemoveAsync(Account, id ?? ""))
            return NotFound();
        await tell.OfOwnActAsync(Account.Id, AccountNews.PasskeyRemoved, ct);
        FormPage.Say(TempData, "The passkey is removed.");
        return LocalRedirect("/account/passkeys");
    }

    private async Task<IActionResult?> FirstAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } first)
            return first;
        Own = await passkeys.ListAsync(Account);
        return null;
    }
}
