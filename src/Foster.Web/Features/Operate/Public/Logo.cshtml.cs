using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>The picture of a council. Its name never comes back for another one, so it may be kept for a year.</summary>
public sealed class LogoModel(CouncilLooks looks) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid logoId, CancellationToken ct)
    {
        if (await looks.LogoAsync(logoId, ct) is not { } logo)
            return NotFound();
        Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return File(logo.Content, logo.Type);
    }
}
