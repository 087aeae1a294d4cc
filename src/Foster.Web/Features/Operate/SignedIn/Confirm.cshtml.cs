using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>The second factor again, or the password where there is none, before a page that asks for a fresh one.</summary>
[OpenToUnproven]
public sealed class ConfirmModel(
    SecondStep step,
    Passages passages,
    Passkeys passkeys,
    Passwords passwords,
    Throttle throttle,
    SignIns signIns,
    LondonClock clock
) : OwnAccountPage, IHasForm
{
    public Form Form { get; private set; } = new();

    public bool HasKept =>
        ReturnUrl?.Contains(LatePosts.Query + "=", StringComparison.Ordinal) == true;

    public string PasskeyHref =>
        With("/account/confirm") + (WayIn.IsOurs(ReturnUrl) ? "&" : "?") + "handler=Passkey";

    public Task OnGetAsync(CancellationToken ct) => AskAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await AskAsync(ct);
        Form.Read(Request.Form, clock.Today);
        if (!Form.Ok || Form.Fields.Count == 0)
            return Page();
        var field = Form.Fields[0];
        var right = Factors.App
            ? await step.IsCodeOfAsync(Account.Id, Form.Must(AccountFields.Code), ct)
            : await IsPasswordAsync(Form.Must(AccountFields.PresentPassword), ct);
        if (right is true)
            return await DoneAsync(ct);
        Form.AddError(
            field,
            right is null ? AccountFields.Resting
                : Factors.App ? "This code is not right, or was used already"
                : "This is not your password now"
        );
        return Page();
    }

    public async Task<IActionResult> OnPostOptionsAsync(CancellationToken ct)
    {
        await AskAsync(ct);
        var passage = await passages.BeginAsync(Account.Id, null, ct);
        return Content(await passkeys.AskAsync(passage, Account, ct), "application/json");
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct)
    {
        await AskAsync(ct);
        if (
            await passages.CurrentAsync(ct) is { } passage
            && await passkeys.AnsweredAsync(passage, credential ?? "", ct) is { } owner
            && owner.Id == Account.Id
            && await passages.EndAsync(passage, ct)
        )
            return await DoneAsync(ct);
        Form.AddError(null, "This passkey is not one of this account. Use another one.");
        return Page();
    }

    private async Task AskAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        Form =
            Factors.App ? new Form(AccountFields.Code)
            : Factors.Passkey ? new Form()
            : new Form(AccountFields.PresentPassword);
    }

    private async Task<bool?> IsPasswordAsync(string password, CancellationToken ct)
    {
        var subject = Account.Id.ToString();
        if (!await throttle.AdmitAsync(TryKind.Password, subject, ct))
            return null;
        if (!await passwords.AreOfAsync(Account, password, ct))
            return false;
        await throttle.ForgiveAsync(TryKind.Password, subject, ct);
        return true;
    }

    private async Task<IActionResult> DoneAsync(CancellationToken ct)
    {
        var onward = Onward;
        await signIns.ConfirmedAsync(Factors.Any, ct);
        return LocalRedirect(onward);
    }
}
