using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>Asks for the link that sets a new password. Says the same whether or not there is such an account.</summary>
public sealed class ForgotModel(AskForReset ask, LondonClock clock) : PageModel, IHasForm
{
    private static readonly TextField Name = new("sign-in-name")
    {
        Label = "Sign-in name or email address",
        MissingMessage = "Enter your sign-in name or email address",
        Autocomplete = "username",
        Max = 256,
        Spellcheck = false,
    };

    public Form Form { get; } = new(Name);

    [BindProperty(SupportsGet = true, Name = "sent")]
    public string? SentMark { get; set; }

    public bool Sent => SentMark == "yes";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        SentMark = null;
        Form.Read(Request.Form, clock.Today);
        if (!Form.Ok)
            return Page();
        await ask.RunAsync(new(Form.Must(Name)), Actor.Anyone(Guid.Empty), ct);
        return LocalRedirect("/sign-in/forgot?sent=yes");
    }
}
