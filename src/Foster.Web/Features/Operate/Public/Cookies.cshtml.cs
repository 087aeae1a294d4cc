using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Foster.Web.Features.Operate.Public;

/// <summary>Every cookie by name, purpose and life; the names are those that this installation really sets.</summary>
public sealed class CookiesModel(
    IOptionsMonitor<CookieAuthenticationOptions> signIn,
    IOptions<AntiforgeryOptions> forms,
    IWebHostEnvironment environment
) : PageModel
{
    /// <summary>The cookie with which unsent answers of an enquiry are found again.</summary>
    private string JourneyCookie =>
        (environment.IsDevelopment() ? "" : "__Host-") + "foster-enquiry";

    public sealed record Row(string Name, string Purpose, string Life);

    public IReadOnlyList<Row> Cookies
    {
        get
        {
            var session = signIn.Get(IdentityConstants.ApplicationScheme);
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
                    session.Cookie.Name ?? "",
                    "Keeps you signed in. Set only when you sign in.",
                    $"Until you sign out, or after {session.ExpireTimeSpan.TotalMinutes:0} minutes in which you do nothing"
                ),
            ];
        }
    }
}
