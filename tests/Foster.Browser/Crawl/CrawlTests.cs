using Foster.TestKit;
using Xunit;
using Xunit.Abstractions;

namespace Foster.Browser;

public sealed class CrawlTests(SqliteDemoHost host, ITestOutputHelper output) : IClassFixture<SqliteDemoHost>
{
    [Fact]
    public async Task All()
    {
        var crawl = new SiteCrawl(host);
        try
        {
            await crawl.WalkAsync();
            if (Environment.GetEnvironmentVariable("NOLOOK") is null)
                await crawl.LookAsync();
            await crawl.PostAsync();
        }
        finally
        {
            output.WriteLine(string.Join('\n', crawl.Log));
            output.WriteLine("NOT LINKED");
            output.WriteLine(string.Join('\n', crawl.Map.Pages.Select(p => p.Pattern).Except(crawl.Linked)));
            foreach (var group in crawl.Findings.GroupBy(f => f.What).OrderByDescending(g => g.Count()))
                output.WriteLine($"{group.Key}\n    {string.Join("\n    ", group.Take(4).Select(f => f.Where))}  ({group.Count()})");
        }
        Assert.Empty(crawl.Findings);
    }
}
