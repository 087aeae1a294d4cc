using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Cases;

public sealed class AdminNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items { get; } =
    [new("admin", "Restricted cases", CaseLinks.Unheld, 15)];
}
