using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.SignedIn;

/// <summary>Who I am here, and in which of my roles I act (R-SOD-12).</summary>
public sealed class AccountModel(
    SignIns signIns,
    SessionStore sessions,
    UserManager<Account> accounts,
    ActorSource actors
) : PageModel
{
    public Actor Actor => actors.Required;

    public string? SignInName => User.Identity?.Name;

    public IReadOnlyList<Position> Positions { get; private set; } = [];

    public string Email { get; private set; } = "";

    public string SessionWords { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Positions = await signIns.PositionsAsync(Actor.AccountId, ct);
        Email =
            (await accounts.FindByIdAsync(Actor.AccountId.ToString()))?.Email ?? "None is known";
        var going = (await sessions.ListAsync(Actor.AccountId, ct)).Count;
        SessionWords = going == 1 ? "On this device only" : $"On {going} devices or browsers";
    }

    public async Task<IActionResult> OnPostAsync(
        Guid council,
        string? role,
        CancellationToken ct
    ) =>
        Enum.TryParse<Role>(role, out var wanted)
        && await signIns.SwitchAsync(Actor.AccountId, council, wanted, ct)
            ? LocalRedirect(wanted.Home())
            : NotFound();

    public bool IsNow(Position position) =>
        position.Role == Actor.Role && position.CouncilId == Actor.CouncilId;
}
