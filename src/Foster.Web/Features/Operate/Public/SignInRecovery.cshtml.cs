using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>After the password, where the phone or passkey is not at hand. The owner is told by e-mail.</summary>
public sealed class SignInRecoveryModel(SecondStep step, TellOwner tell, LondonClock clock)
    : PageModel,
        IHasForm
{
    public Form Form { get; } = new(AccountFields.RecoveryCode);

    public bool Waiting { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) =>
        Waiting = await step.WaitingAsync(ct) is not null;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await step.WaitingAsync(ct) is not var (account, _))
            return Page();
        Waiting = true;
        Form.Read(Request.Form, clock.Today);
        if (!Form.Ok)
            return Page();
        var arrival = await step.WithRecoveryCodeAsync(Form.Must(AccountFields.RecoveryCode), ct);
        if (arrival.GoesOn)
        {
            await tell.OfOwnActAsync(account.Id, AccountNews.RecoveryCodeUsed, ct);
            return LocalRedirect(arrival.Path);
        }
        Form.AddError(
            AccountFields.RecoveryCode,
            arrival.Step is WayInStep.Resting
                ? AccountFields.Resting
                : "This is not one of your recovery codes, or it was used already"
        );
        return Page();
    }
}
