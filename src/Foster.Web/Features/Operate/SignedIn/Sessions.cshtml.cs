using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>One's own sessions, each with its device, and a way to end it on every node at once.</summary>
public sealed class SessionsModel(SessionStore sessions, SignIns signIns) : PageModel
{
    public IReadOnlyList<SessionLine> Lines { get; private set; } = [];

    private Session Own => HttpContext.Features.Get<Presence>()!.Session;

    public bool IsThis(SessionLine line) => line.Id == Own.Id;

    public async Task OnGetAsync(CancellationToken ct) =>
        Lines = await sessions.ListAsync(Own.AccountId, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (id == Own.Id)
        {
            await signIns.OutAsync(ct);
            return LocalRedirect("/signed-out");
        }
        if (!await sessions.EndAsync(Own.AccountId, id, ct))
            return NotFound();
        FormPage.Say(TempData, "The session is ended.");
        return LocalRedirect("/account/sessions");
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken ct)
    {
        await sessions.EndAllAsync(Own.AccountId, Own.Id, ct);
        FormPage.Say(TempData, "You are signed out everywhere else.");
        return LocalRedirect("/account/sessions");
    }

    public static string InWords(SignInWay way) =>
        way switch
        {
            SignInWay.Password => "Password",
            SignInWay.PasswordAndCode => "Password and authenticator app",
            SignInWay.PasswordAndRecoveryCode => "Password and recovery code",
            SignInWay.PasswordAndPasskey => "Password and passkey",
            SignInWay.Passkey => "Passkey",
            SignInWay.SingleSignOn => "Council sign-in",
            _ => "Demonstration",
        };
}
