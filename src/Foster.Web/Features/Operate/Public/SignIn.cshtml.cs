using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>Sign in with a name and a password, or with a passkey.</summary>
public sealed class SignInModel(
    SignIns signIns,
    SecondStep secondStep,
    Passages passages,
    Passkeys passkeys,
    SingleSignOnProvider council,
    LondonClock clock
) : PageModel, IHasForm
{
    private static readonly TextField Name = new("sign-in-name")
    {
        Label = "Sign-in name or email address",
        MissingMessage = "Enter your sign-in name",
        Autocomplete = "username webauthn",
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

    public bool TimedOut => HttpContext.Features.Get<EndedSession>() is { Session.EndedAt: null };

    public bool HasKept =>
        ReturnUrl?.Contains(LatePosts.Query + "=", StringComparison.Ordinal) == true;

    public string PasskeyHref =>
        "/sign-in?handler=Passkey"
        + (ReturnUrl is null ? "" : "&ReturnUrl=" + Uri.EscapeDataString(ReturnUrl));

    /// <summary>What the council's own sign-in is called; null where there is none.</summary>
    public string? CouncilSignIn => council.IsOn ? council.Name : null;

    public string CouncilHref =>
        SingleSignOnProvider.CallbackPath
        + (ReturnUrl is null ? "" : "?ReturnUrl=" + Uri.EscapeDataString(ReturnUrl));

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Form.Read(Request.Form, clock.Today);
        if (!Form.Ok)
            return Page();
        return Shown(
            await signIns.WithPasswordAsync(Form.Must(Name), Form.Must(Password), ReturnUrl, ct),
            "The sign-in name and password do not match an account that can be used now. Check both. "
                + "After several wrong tries you have to wait for ten minutes."
        );
    }

    /// <summary>What the browser's script asks for before it asks for a passkey. The same for everybody.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct) =>
        Content(
            await passkeys.AskAsync(await passages.BeginAsync(null, null, ct), null, ct),
            "application/json"
        );

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct) =>
        Shown(
            await secondStep.WithPasskeyAsync(credential ?? "", ReturnUrl, ct),
            "This passkey does not belong to an account that can be used now. Try another, or sign in with your password."
        );

    private IActionResult Shown(Arrival arrival, string refusal)
    {
        if (arrival.GoesOn)
            return LocalRedirect(arrival.Path);
        Form.AddError(null, arrival.Step is WayInStep.Resting ? AccountFields.Resting : refusal);
        return Page();
    }
}
