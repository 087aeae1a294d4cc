using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>Ends the session on every node, and what the browser has kept of it.</summary>
[OpenToUnproven]
public sealed class SignOutModel(SignIns signIns) : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await signIns.OutAsync(ct);
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect("/signed-out");
    }
}
