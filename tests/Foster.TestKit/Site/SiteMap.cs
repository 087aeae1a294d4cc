namespace Foster.TestKit;

/// <summary>All pages of the site, and which of them answers at an address.</summary>
public sealed class SiteMap(IReadOnlyList<SitePage> pages)
{
    private readonly List<SitePage> ordered = [.. pages.OrderBy(p => p.Precedence)];

    public IReadOnlyList<SitePage> Pages => pages;

    public static async Task<SiteMap> ReadAsync(FosterHost host) =>
        new(await SitePage.AllAsync(host));

    /// <summary>The page that answers at an address, with or without a query; null for a file or nothing.</summary>
    public SitePage? Find(string address)
    {
        var path = address.Split('?', '#')[0];
        return ordered.FirstOrDefault(p => p.Fits(path));
    }
}
