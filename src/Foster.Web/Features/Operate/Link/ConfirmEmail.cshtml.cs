using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Operate.Link;

/// <summary>A new e-mail address is confirmed by whoever reads what was sent to it.</summary>
public sealed class ConfirmEmailModel(Links links, ActorSource actors, ConfirmEmail confirm)
    : FormPage
{
    private LinkToken link = null!;

    public bool Live => links.IsLive(link);

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct) =>
        await FindAsync(token, ct) ? Shown() : NotFound();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        if (!await FindAsync(token, ct))
            return NotFound();
        if (!Live)
            return Shown();
        var holder = actors.Holder(link.CouncilId, link.CaseId, "Account owner", null);
        return await SendAsync(
            stop => confirm.RunAsync(new(token), holder, stop),
            "/sign-in",
            "Your email address is confirmed.",
            ct
        );
    }

    private async Task<bool> FindAsync(string token, CancellationToken ct)
    {
        if (await links.FindAsync(token, LinkPurpose.NewEmail, ct) is not { } found)
            return false;
        link = found;
        return true;
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Shown()
    {
        if (!Live)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
