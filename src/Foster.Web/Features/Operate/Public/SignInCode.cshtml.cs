using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>After the password: the code of an authenticator app, or a passkey.</summary>
public sealed class SignInCodeModel(SecondStep step, Passkeys passkeys, LondonClock clock)
    : PageModel,
        IHasForm
{
    public Form Form { get; } = new(AccountFields.Code);

    /// <summary>What can be shown; null when no password has just been right here.</summary>
    public Factors? Factors { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return Page();
        Form.Read(Request.Form, clock.Today);
        return Form.Ok
            ? Shown(
                await step.WithCodeAsync(Form.Must(AccountFields.Code), ct),
                "This code is not right, or was used already. Wait until the app shows a new one and enter that."
            )
            : Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct) =>
        await step.WaitingAsync(ct) is var (account, passage)
            ? Content(await passkeys.AskAsync(passage, account, ct), "application/json")
            : NotFound();

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct) =>
        await LoadAsync(ct)
            ? Shown(
                await step.WithPasskeyAsync(credential ?? "", null, ct),
                "This passkey is not one of this account. Use another one."
            )
            : Page();

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await step.WaitingAsync(ct) is var (account, _))
            Factors = await step.OfAsync(account, ct);
        return Factors is not null;
    }

    private IActionResult Shown(Arrival arrival, string refusal)
    {
        if (arrival.GoesOn)
            return LocalRedirect(arrival.Path);
        Form.AddError(
            AccountFields.Code,
            arrival.Step is WayInStep.Resting ? AccountFields.Resting : refusal
        );
        return Page();
    }
}
