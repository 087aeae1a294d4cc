using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Link;

/// <summary>Whoever holds the link sets a new password; opening it changes nothing.</summary>
public sealed class ResetPasswordModel : FormPage
{
    private readonly Links links;
    private readonly ActorSource actors;
    private readonly ResetPassword reset;

    public ResetPasswordModel(Links links, ActorSource actors, ResetPassword reset)
    {
        (this.links, this.actors, this.reset) = (links, actors, reset);
        Form = new(AccountFields.NewPassword);
    }

    public bool Live { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await links.FindAsync(token, LinkPurpose.PasswordReset, ct) is not { } link)
            return NotFound();
        return Shown(link);
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (await links.FindAsync(token, LinkPurpose.PasswordReset, ct) is not { } link)
            return NotFound();
        if (!links.IsLive(link))
            return Shown(link);
        Live = true;
        var holder = actors.Holder(link.CouncilId, link.CaseId, "Account owner", null);
        return await SendAsync(
            stop => reset.RunAsync(new(token, Form.Must(AccountFields.NewPassword)), holder, stop),
            "/sign-in",
            "Your password is set. Sign in with it.",
            ct
        );
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Shown(LinkToken link)
    {
        Live = links.IsLive(link);
        if (!Live)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
