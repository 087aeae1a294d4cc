using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Accounts;

/// <summary>A page about one's own account and how one proves to be its owner.</summary>
public abstract class OwnAccountPage : PageModel
{
    private IServiceProvider Services => HttpContext.RequestServices;

    [BindProperty(SupportsGet = true, Name = "ReturnUrl")]
    public string? ReturnUrl { get; set; }

    public Account Account { get; private set; } = null!;

    public Factors Factors { get; private set; } = null!;

    protected Presence Who => HttpContext.Features.Get<Presence>()!;

    /// <summary>Staff who have a second factor and have not shown it here: they can show it and nothing else.</summary>
    public bool MustShow => Who.IsUnproven && Factors.Any;

    public bool IsStaff => Who.Session.IsStaff || Who.Session.Role.IsStaff();

    /// <summary>Where to go on to, once what stood in the way is done.</summary>
    protected string Onward =>
        WayIn.IsOurs(ReturnUrl) ? ReturnUrl!
        : Who.IsUnproven ? Who.Session.Role.Home()
        : "/account";

    public string With(string path) =>
        WayIn.IsOurs(ReturnUrl) ? $"{path}?ReturnUrl={Uri.EscapeDataString(ReturnUrl!)}" : path;

    /// <summary>Finds the account; answers with a redirect where something else comes first.</summary>
    protected async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        return MustShow ? LocalRedirect(With(WayIn.SetUpPath)) : null;
    }

    protected async Task FindAsync(CancellationToken ct)
    {
        var accounts = Services.GetRequiredService<UserManager<Account>>();
        Account =
            await accounts.FindByIdAsync(Who.Session.AccountId.ToString())
            ?? throw new InvalidOperationException("Nobody is signed in.");
        Factors = await Services.GetRequiredService<SecondStep>().OfAsync(Account, ct);
    }
}
