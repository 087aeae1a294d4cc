using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>Change the password and stay signed in; sessions elsewhere end.</summary>
public sealed class PasswordModel(ChangePassword change, ActorSource actors, LondonClock clock)
    : PageModel,
        IHasForm
{
    public Form Form { get; } = new(AccountFields.PresentPassword, AccountFields.NewPassword);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Read(Request.Form, clock.Today);
        if (!Form.Ok)
            return Page();
        var changed = await change.RunAsync(
            new(Form.Must(AccountFields.PresentPassword), Form.Must(AccountFields.NewPassword)),
            actors.Required,
            ct
        );
        if (!Form.Apply(changed))
            return Page();
        FormPage.Say(TempData, "Your password is changed. You were signed out everywhere else.");
        return LocalRedirect("/account");
    }
}
