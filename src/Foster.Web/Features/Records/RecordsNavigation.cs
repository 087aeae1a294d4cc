using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Records;

/// <summary>The link of whoever is the records officer.</summary>
public sealed class RecordsNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [
            new("staff", "Records", RecordsLinks.List, 70) { Duty = Capability.RecordsOfficer },
            new("apply", "Your data", RecordsLinks.Own, 95, nameof(Role.ProspectiveCarer)),
            new("carer", "Your data", RecordsLinks.Own, 95),
        ];
}
