using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Allowances;

/// <summary>Finance officers begin at the schedules; team managers, who publish, come from their own work.</summary>
public sealed class AllowancesNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items { get; } =
    [
        new("finance", "Overview", AllowancesLinks.Finance, 10),
        new("finance", "Schedules", AllowancesLinks.Schedules, 20),
        new("finance", "National minimum", AllowancesLinks.Minimum, 30),
        new("finance", "My work", "/staff", 90, nameof(Role.TeamManager)),
        new("staff", "Payments", AllowancesLinks.Schedules, 85, nameof(Role.TeamManager)),
    ];
}
