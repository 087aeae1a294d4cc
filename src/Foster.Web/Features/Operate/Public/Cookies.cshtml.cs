using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Operate.Public;

/// <summary>Every cookie by name, purpose and life; the names are those that this installation really sets.</summary>
public sealed class CookiesModel(
    SessionCookies cookies,
    SessionLimits limits,
    IOptions<AntiforgeryOptions> forms,
    IWebHostEnvironment environment
) : PageModel
{
    /// <summary>The cookie with which unsent answers of an enquiry are found again.</summary>
    private string JourneyCookie =>
        (environment.IsDevelopment() ? "" : "__Host-") + "foster-enquiry";

    /// <summary>The cookie of the link by which somebody came.</summary>
    private string SourceCookie => (environment.IsDevelopment() ? "" : "__Host-") + "foster-from";

    public sealed record Row(string Name, string Purpose, string Life);

    public IReadOnlyList<Row> Cookies
    {
        get
        {
            return
            [
                new(
                    forms.Value.Cookie.Name ?? "",
                    "Makes sure that what is sent to us comes from our own page.",
                    "Until you close your browser"
                ),
                new(
                    FormPage.FlashCookieOf(environment),
                    "Carries a short message, such as “Your answers are saved”, to the next page.",
                    "Until the next page"
                ),
                new(
                    JourneyCookie,
                    "Keeps your place while you fill in an enquiry. Your answers are not in it.",
                    "Until you send the enquiry or close your browser"
                ),
                new(
                    SourceCookie,
                    "Set only when you come by a link from one of our advertisements, posters or partners and say yes when we ask. It holds the names of the first and the last such link and when you used them, nothing about you. If you enquire, we keep with your enquiry where you came from.",
                    "30 days, or until you enquire"
                ),
                new(
                    cookies.Name(SessionCookie.Session),
                    "Keeps you signed in. Set only when you sign in.",
                    $"Until you sign out, or after {limits.Idle(staff: false).TotalMinutes:0} minutes in which you do nothing "
                        + $"({limits.Idle(staff: true).TotalMinutes:0} for staff)"
                ),
                new(
                    cookies.Name(SessionCookie.Passage),
                    "Keeps your place between the steps of signing in.",
                    "Ten minutes, or until you are signed in"
                ),
                new(
                    cookies.Name(SessionCookie.Device),
                    "Knows a device on which you have signed in, so that nobody can lock you out by guessing elsewhere.",
                    $"{SessionCookies.DeviceLife.TotalDays:0} days after you last signed in"
                ),
            ];
        }
    }
}
