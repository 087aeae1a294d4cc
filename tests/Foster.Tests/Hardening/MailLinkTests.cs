using Foster.TestKit;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>Row 18: a link in a mail begins as the configuration says, whatever name the request called the site by.</summary>
public abstract class MailLinkTests(FosterHost host)
{
    [Fact]
    public async Task A_visitor_who_names_another_site_gets_links_to_ours()
    {
        var ends = await PublicJourneys.WalkAllAsync(
            host,
            new PlausibleAnswers(yes: false),
            visitor =>
            {
                visitor.Headers["Host"] = "evil.example";
                visitor.Headers["X-Forwarded-Host"] = "evil.example";
            }
        );
        Assert.NotEmpty(ends);

        var mails = await host.Mail.WaitForAsync("plain.email@people.example");

        Assert.NotEmpty(mails.SelectMany(m => m.Links));
        Assert.All(
            mails.SelectMany(m => m.Links),
            link => Assert.Equal(FosterHost.PublicUrl.Authority, link.Authority)
        );
        Assert.All(
            mails,
            m => Assert.DoesNotContain("evil.example", m.Raw, StringComparison.Ordinal)
        );
    }

    public sealed class OnSqlite(AnyNameSqliteHost host)
        : MailLinkTests(host),
            IClassFixture<AnyNameSqliteHost>;

    public sealed class OnPostgres(AnyNamePostgresHost host)
        : MailLinkTests(host),
            IClassFixture<AnyNamePostgresHost>;
}

/// <summary>Set up carelessly: it answers to any name.</summary>
public sealed class AnyNameSqliteHost : SqliteDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["AllowedHosts"] = "*" };
}

public sealed class AnyNamePostgresHost : PostgresDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["AllowedHosts"] = "*" };
}
