using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>Give a new e-mail address, which is confirmed by a link.</summary>
[FreshFactor]
public sealed class EmailModel : FormPage
{
    private static readonly EmailField Address = new("email")
    {
        Label = "New email address",
        MissingMessage = "Enter your new email address",
        Autocomplete = "email",
    };

    private readonly ChangeEmail change;

    public EmailModel(ChangeEmail change)
    {
        this.change = change;
        Form = new(Address);
    }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        SendAsync(
            stop => change.RunAsync(new(Form.Must(Address)), Actor, stop),
            "/account",
            "A link is on its way to the new address. Follow it within 24 hours.",
            ct
        );
}
