using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Connected.Staff;

/// <summary>Families that asked about a child whom they know.</summary>
[ForRoles(Role.TeamManager, Role.RecruitmentOfficer)]
public sealed class ListModel(ConnectedReads reads) : PageModel
{
    public ListPage<ConnectedLine> Found { get; private set; } = new([], null);

    public ConnectedFilter Filter { get; private set; }

    public bool FurtherOn { get; private set; }

    public async Task OnGetAsync(string? show, string? after, CancellationToken ct)
    {
        Filter = Enum.GetValues<ConnectedFilter>()
            .FirstOrDefault(f => f.ToString().Equals(show, StringComparison.OrdinalIgnoreCase));
        FurtherOn = ListCursor.Read(after) is not null;
        Found = await reads.PageAsync(Filter, after, ct);
    }

    public static string Title(ConnectedFilter filter) =>
        filter switch
        {
            ConnectedFilter.Call => "To call",
            ConnectedFilter.Decide => "To decide",
            ConnectedFilter.Assessing => "Assessing",
            ConnectedFilter.Ended => "Ended",
            _ => "All open",
        };

    public string Empty =>
        Filter switch
        {
            ConnectedFilter.Call => "Nobody waits for a call.",
            ConnectedFilter.Decide => "Nothing waits for your decision.",
            ConnectedFilter.Assessing => "Nobody is being assessed for a child they know.",
            ConnectedFilter.Ended => "None has ended yet.",
            _ => "No family has asked about a child they know.",
        };
}
