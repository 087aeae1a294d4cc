using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Where enquiries come from, what becomes of them and what that costs (M-HUB-08).</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class SourcesModel(
    SourceReportReads reads,
    StandardReads standards,
    LondonClock clock
) : PageModel, IHasForm
{
    public SourceQuery Asked { get; private set; } = null!;

    public Form Form => Asked.Form;

    /// <summary>Null where the months cannot be read.</summary>
    public SourceReport? Report { get; private set; }

    public IReadOnlyList<StandardRow> Standards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Asked = new SourceQuery(Request.Query, clock.Today);
        if (!Form.Ok)
            return;
        Report = await reads.OfAsync(Asked.Span, ct);
        Standards = await standards.OfAsync(Asked.Span, ct);
    }
}
