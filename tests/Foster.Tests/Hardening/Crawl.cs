using Foster.TestKit;

namespace Foster.Tests.Hardening;

/// <summary>Opens addresses and whatever their pages link to, each once, as far as the limit goes.</summary>
internal static class Crawl
{
    private const int Most = 250;

    public static async Task<IReadOnlyList<HtmlPage>> FromAsync(
        HtmlVisitor visitor,
        IEnumerable<string> start
    )
    {
        visitor.FollowsRedirects = true;
        var waiting = new Queue<string>(start);
        var seen = new HashSet<string>();
        var pages = new List<HtmlPage>();
        while (waiting.TryDequeue(out var address) && pages.Count < Most)
        {
            if (!seen.Add(address))
            {
                continue;
            }

            var page = await visitor.GetAsync(address);
            pages.Add(page);
            foreach (var link in page.Links.Select(l => l.GetAttribute("href")!))
            {
                if (
                    Uri.TryCreate(page.Address, link, out var target)
                    && target.Host == visitor.Address.Host
                    && target.Port == visitor.Address.Port
                )
                {
                    waiting.Enqueue(target.PathAndQuery);
                }
            }
        }

        return pages;
    }
}
