using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>Change the password and stay signed in; sessions elsewhere end.</summary>
public sealed class PasswordModel(SignIns signIns, ActorSource actors, LondonClock clock)
    : PageModel,
        IHasForm
{
    private static readonly PasswordField Present = new("present-password")
    {
        Label = "Your password now",
        MissingMessage = "Enter your password now",
        Autocomplete = "current-password",
    };

    private static readonly PasswordField Next = new("new-password")
    {
        Label = "New password",
        Hint =
            "At least 12 characters. Three words that do not belong together are easy to remember and hard to guess.",
        MissingMessage = "Enter a new password",
        Autocomplete = "new-password",
    };

    public Form Form { get; } = new(Present, Next);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Read(Request.Form, clock.Today);
        if (!Form.Ok)
            return Page();
        var changed = await signIns.ChangePasswordAsync(
            actors.Required,
            (Form.Must(Present), Present.Name),
            (Form.Must(Next), Next.Name),
            ct
        );
        if (!Form.Apply(changed))
            return Page();
        FormPage.Say(TempData, "Your password is changed. You were signed out everywhere else.");
        return LocalRedirect("/account");
    }
}
