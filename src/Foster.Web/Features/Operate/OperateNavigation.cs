using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Operate;

/// <summary>The rules page for staff, and the pages of administrators.</summary>
public sealed class OperateNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [
            new("staff", "Rules and dates", "/staff/rules", 80),
            new("admin", "Administration", "/admin", 10),
            new("admin", "People", "/admin/people", 11),
            new("admin", "Council", "/admin/council", 13),
            new("admin", "Audit", "/admin/audit", 15),
            new("admin", "Alerts", "/admin/alerts", 17),
            new("admin", "Jobs", "/admin/jobs", 18),
            new("admin", "State tables", "/admin/state-tables", 20),
            new("admin", "Calendar", "/admin/calendar", 30),
        ];
}
