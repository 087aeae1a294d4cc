using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Events.Staff;

/// <summary>The events of a council and its times for calls.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class ListModel(EventReads reads) : PageModel
{
    public ListPage<EventLine> Found { get; private set; } = new([], null);

    public bool Past { get; private set; }

    public bool FurtherOn { get; private set; }

    public async Task OnGetAsync(string? show, string? after, CancellationToken ct)
    {
        Past = show == "past";
        FurtherOn = InstantCursor.Read(after) is not null;
        Found = await reads.PageAsync(Past, after, ct);
    }
}
