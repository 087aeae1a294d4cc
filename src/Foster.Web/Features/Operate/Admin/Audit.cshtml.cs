using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Who saw, changed or took away whose data; the logs without anything of their content.</summary>
public sealed class AuditModel(
    AuditReads audit,
    ActorSource actors,
    LondonClock clock,
    Viewing viewing
) : PageModel, IHasForm
{
    public AuditQuery Asked { get; private set; } = null!;

    public Form Form => Asked.Form;

    public AuditPage Found { get; private set; } = new([], null, []);

    public bool FurtherOn { get; private set; }

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        Asked = new AuditQuery(
            Request.Query,
            await audit.AccountsAsync(actors.Required, ct),
            clock.Today
        );
        FurtherOn = InstantCursor.Read(after) is not null;
        if (Form.Ok)
            Found = await audit.PageAsync(Asked.Filter, actors.Required, after, ct);
        // Whoever looks for a person here has searched too.
        if (Form.Ok && Asked.Filter.Person is not null)
            viewing.Searched(Found.Entries.Count);
    }

    public static string Done(AccessAct act) =>
        act switch
        {
            AccessAct.View => "Seen",
            AccessAct.Change => "Changed",
            AccessAct.Export => "Exported",
            AccessAct.Search => "Searched",
            _ => "Refused",
        };

    /// <summary>The page as people write its address, without the kinds of its parts.</summary>
    public static string Place(string page) => page.Replace(":guid", "", StringComparison.Ordinal);

    public static string Colour(AccessAct act) =>
        act switch
        {
            AccessAct.View => "blue",
            AccessAct.Change => "green",
            AccessAct.Export => "orange",
            AccessAct.Search => "purple",
            _ => "red",
        };

    public static string RoleTitle(string role) =>
        Enum.TryParse<Role>(role, out var known) ? known.Title() : role;
}
