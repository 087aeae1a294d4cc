using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>Sign in with a name and a password.</summary>
public sealed class SignInModel(SignIns signIns, Foundation.Clock.LondonClock clock)
    : PageModel,
        IHasForm
{
    private static readonly TextField Name = new("sign-in-name")
    {
        Label = "Sign-in name or e-mail address",
        MissingMessage = "Enter your sign-in name",
        Autocomplete = "username",
        Max = 256,
        Spellcheck = false,
    };

    private static readonly PasswordField Password = new("password")
    {
        Label = "Password",
        MissingMessage = "Enter your password",
        Autocomplete = "current-password",
    };

    public Form Form { get; } = new(Name, Password);

    [BindProperty(SupportsGet = true, Name = "ReturnUrl")]
    public string? ReturnUrl { get; set; }

    public bool Expired =>
        ReturnUrl is not null && !ReturnUrl.Equals("/", StringComparison.Ordinal);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Read(Request.Form, clock.Today);
        if (!Form.Ok)
            return Page();
        var position = await signIns.WithPasswordAsync(Form.Must(Name), Form.Must(Password), ct);
        if (position is null)
        {
            Form.AddError(
                null,
                "The sign-in name and password do not match an account that can be used now. Check both. "
                    + "After several wrong tries an account rests for ten minutes."
            );
            return Page();
        }
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : position.Role.Home());
    }
}
