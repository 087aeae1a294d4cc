using Foster.TestKit;

namespace Foster.Browser;

/// <summary>
/// One person's walk over the site without JavaScript: from where they land, along every link, nearest first, to so
/// many addresses of each page.
/// </summary>
internal sealed class Walk(SiteMap map, Wanderer who, int most)
{
    private readonly Dictionary<string, int> counts = [];
    private readonly Dictionary<string, string> opened = [];
    private readonly Queue<(string Address, string By)> waiting = [];

    public Wanderer Who => who;

    public List<Seen> Pages { get; } = [];

    /// <summary>Pages of which anything is known, those that only led on to another one as well.</summary>
    public HashSet<string> Routes { get; } = [];

    public async Task RunAsync(Func<string, bool> skips)
    {
        foreach (var start in who.Starts)
            waiting.Enqueue((start, "where they land"));
        while (waiting.TryDequeue(out var next))
        {
            if (skips(next.Address) || !opened.TryAdd(next.Address, next.By))
                continue;
            var route = map.Find(next.Address)?.Pattern ?? next.Address;
            counts[route] = counts.GetValueOrDefault(route) + 1;
            if (counts[route] <= most)
                await OpenAsync(next.Address, next.By);
        }
    }

    /// <param name="pattern">The page that answers there, where the address does not say so.</param>
    public async Task OpenAsync(string address, string by, string? pattern = null)
    {
        var page = await who.Visitor.GetAsync(address);
        var route = map.Find(page.Path) ?? map.Pages.FirstOrDefault(p => p.Pattern == pattern);
        if (route is not null)
            Routes.Add(route.Pattern);
        foreach (var on in page.Way.Select(w => w.PathAndQuery).Append(page.Path).Append(address))
            if (map.Find(on) is { } passed)
                Routes.Add(passed.Pattern);
        var seen = new Seen(who, route, page.Path, by, page);
        if (page.Path == address || opened.TryAdd(page.Path, by))
        {
            Pages.Add(seen);
            foreach (var link in Links(page))
                waiting.Enqueue((link, page.Path));
        }
    }

    /// <summary>What a page offers to open on this site.</summary>
    private static IEnumerable<string> Links(HtmlPage page) =>
        page
            .Links.Select(l => new Uri(page.Address, l.GetAttribute("href")))
            .Where(l => l.Scheme.StartsWith("http", StringComparison.Ordinal))
            .Where(l => l.Authority == page.Address.Authority)
            .Select(l => l.PathAndQuery)
            .Distinct();
}
