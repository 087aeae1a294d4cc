using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>Ties an authenticator app to the account, by a key shown as a picture and as text.</summary>
[OpenToUnproven]
[FreshFactor]
public sealed class AuthenticatorModel(
    Authenticators authenticators,
    SetUpFactor setUp,
    SignIns signIns,
    TellOwner tell,
    LondonClock clock,
    IOptions<SiteOptions> site
) : OwnAccountPage, IHasForm
{
    private byte[] secret = [];

    public Form Form { get; } = new(AccountFields.Code);

    /// <summary>The key, encrypted for its owner, so that opening the page changes nothing.</summary>
    public string Offer { get; private set; } = "";

    public string Address =>
        Totp.Address(secret, site.Value.ServiceName, Account.UserName ?? "account");

    public string Words => Totp.InWords(secret);

    public IReadOnlyList<string>? NewCodes { get; private set; }

    public string DoneHref { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } first)
            return first;
        Show(Totp.NewSecret());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? offer, CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } first)
            return first;
        var offered = authenticators.OfferedTo(Account.Id, offer);
        Show(offered ?? Totp.NewSecret());
        Form.Read(Request.Form, clock.Today);
        if (!Form.Ok)
            return Page();
        if (
            offered is null
            || !await authenticators.AddAsync(
                Account.Id,
                offered,
                string.Concat(Form.Must(AccountFields.Code).Where(char.IsAsciiDigit)),
                ct
            )
        )
        {
            Form.AddError(
                AccountFields.Code,
                "This is not the code that the app shows for this key now. Check that your phone has the right time"
            );
            return Page();
        }
        DoneHref = Onward;
        NewCodes = await setUp.DoneAsync(Account.Id, AccountNews.AuthenticatorAdded, ct);
        if (NewCodes is not null)
            return Page();
        FormPage.Say(TempData, "Your authenticator app is set up.");
        return LocalRedirect(DoneHref);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } first)
            return first;
        if (IsStaff)
            return NotFound();
        await authenticators.RemoveAsync(Account.Id, ct);
        await signIns.ConfirmedAsync(withFactor: false, ct);
        await tell.OfOwnActAsync(Account.Id, AccountNews.AuthenticatorRemoved, ct);
        FormPage.Say(TempData, "The authenticator app is removed.");
        return LocalRedirect("/account/second-factor");
    }

    private void Show(byte[] key)
    {
        secret = key;
        Offer = authenticators.Offer(Account.Id, key);
    }
}
