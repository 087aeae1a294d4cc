using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Public;

/// <summary>How many seconds the session has left, for the script that warns. Asking does not prolong it.</summary>
[Quiet]
[ResponseCache(NoStore = true)]
public sealed class SessionTimeModel(LondonClock clock) : PageModel
{
    public IActionResult OnGet() =>
        new JsonResult(
            new
            {
                seconds = HttpContext.Features.Get<Presence>() is { } who
                    ? (int)Math.Ceiling((who.EndsAt - clock.Now).TotalSeconds)
                    : 0,
            }
        );
}
