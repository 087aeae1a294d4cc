using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Approvals;

/// <summary>The links of panel and of the decision maker.</summary>
public sealed class ApprovalNavigation : INavigation
{
    private const string Adviser = nameof(Role.PanelAdviser);

    public IEnumerable<NavigationItem> Items =>
        [
            new("panel", "Meetings", "/panel", 10),
            new("panel", "Ready for panel", "/panel/ready", 20, Adviser),
            new("panel", "Notices", "/panel/notices", 30, Adviser),
            new("panel", "Central list", "/panel/list", 40, Adviser),
            new("decisions", "Decisions", "/decisions", 10),
        ];
}
