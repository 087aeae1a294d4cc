using Foster.TestKit;

namespace Foster.Browser;

/// <summary>A host whose site has been walked before the tests ask about it.</summary>
public interface ICrawled
{
    internal SiteCrawl Crawl { get; }
}

/// <summary>Everybody, first without JavaScript and then in Chromium.</summary>
public sealed class CrawledSqliteHost : SqliteDemoHost, ICrawled
{
    SiteCrawl ICrawled.Crawl => crawl;

    private readonly SiteCrawl crawl;

    public CrawledSqliteHost() => crawl = new(this);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await crawl.WalkAsync();
        await crawl.LookAsync();
        await crawl.PostAsync();
        await crawl.WriteLogAsync();
    }
}

/// <summary>One of each kind, without JavaScript: what differs by database shows in answers.</summary>
public sealed class CrawledPostgresHost : PostgresDemoHost, ICrawled
{
    SiteCrawl ICrawled.Crawl => crawl;

    private readonly SiteCrawl crawl;

    public CrawledPostgresHost() => crawl = new(this);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await crawl.WalkAsync(oneOfEachKind: true);
        await crawl.PostAsync();
    }
}
