using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Cases.Staff;

/// <summary>Who has how much to do.</summary>
[ForRoles(Role.TeamManager)]
public sealed class TeamModel(TeamReads team, CoverReads covers, ActorSource actors) : PageModel
{
    public IReadOnlyList<TeamLine> Lines { get; private set; } = [];

    /// <summary>How many cases are still with whoever covered, because they could not go back.</summary>
    public int Stayed { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Lines = await team.AllAsync(actors.Required, ct);
        Stayed = await covers.StayedCountAsync(actors.Required, ct);
    }

    public static IEnumerable<(WorkPart Part, int Number)> Numbers(TeamLine line) =>
        [
            (WorkPart.Overdue, line.Overdue),
            (WorkPart.Today, line.Today),
            (WorkPart.Week, line.Week),
            (WorkPart.Waiting, line.Waiting),
        ];
}
