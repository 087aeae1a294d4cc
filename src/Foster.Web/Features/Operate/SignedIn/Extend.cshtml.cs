using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>One press prolongs the session.</summary>
[OpenToUnproven]
public sealed class ExtendModel(SessionStore sessions, SessionLimits limits, LondonClock clock)
    : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var session = HttpContext.Features.Get<Presence>()!.Session;
        await sessions.ExtendAsync(session.Id, ct);
        session.LastSeenAt = clock.Now;
        return Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal)
            ? new JsonResult(
                new { seconds = (int)(limits.EndOf(session) - clock.Now).TotalSeconds }
            )
            : LocalRedirect("/account");
    }
}
