using System.Collections.Concurrent;
using Foster.TestKit;
using Xunit;

namespace Foster.Browser;

/// <summary>
/// Every page of the program, for everybody to whom it is open: reached by a link, right as it comes, clean in a
/// browser, and with words for whoever sends its form empty.
/// </summary>
[Trait("Kind", "drill")]
public abstract class CrawlTests(ICrawled host)
{
    [Fact]
    public void Every_page_is_whole_without_JavaScript_and_every_link_on_it_leads_somewhere() =>
        Holds(Crawl.Answers);

    [Fact]
    public void Every_form_sent_empty_says_what_is_missing() => Holds(Crawl.Posts);

    private protected SiteCrawl Crawl => host.Crawl;

    private protected void Holds(IEnumerable<object> findings)
    {
        var told = findings
            .Select(f => f.ToString())
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.True(
            told.Count == 0,
            string.Join(
                Environment.NewLine,
                [$"{told.Count} findings", .. told.Take(200), .. Crawl.Log]
            )
        );
    }

    public sealed class OnSqlite(CrawledSqliteHost host)
        : CrawlTests(host),
            IClassFixture<CrawledSqliteHost>
    {
        [Fact]
        public void Every_page_of_the_program_is_reached_by_a_link() =>
            Holds(
                Unlinked.Against(
                    Crawl.Map.Pages.Select(p => p.Pattern),
                    Crawl.Linked,
                    Crawl.Visited
                )
            );

        [Fact]
        public void Every_page_is_clean_in_a_browser_at_both_widths_and_by_keyboard() =>
            Holds(Crawl.Looks);
    }

    public sealed class OnPostgres(CrawledPostgresHost host)
        : CrawlTests(host),
            IClassFixture<CrawledPostgresHost>;
}
