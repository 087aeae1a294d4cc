using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Enquiries.Packs;

public sealed class PackNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [new("admin", "Information packs", PackLinks.Admin, 14)];
}
