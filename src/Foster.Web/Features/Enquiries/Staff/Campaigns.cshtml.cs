using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>The campaigns of a council with their cost and the links to hand out.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class CampaignsModel(CampaignReads reads, Links links, LondonClock clock) : PageModel
{
    public ListPage<CampaignLine> Found { get; private set; } = new([], null);

    public bool FurtherOn { get; private set; }

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        FurtherOn = ListCursor.Read(after) is not null;
        Found = await reads.PageAsync(after, ct);
    }

    public string LinkOf(CampaignLine line) => links.Absolute(SourceLinks.ToHandOut(line.Key));
}
