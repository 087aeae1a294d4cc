using Foster.TestKit;
using Foster.Tests.Architecture;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>Row 6: what a visitor types comes out as the text it is, on every page of every role.</summary>
public abstract class HostileTextTests(FosterHost host)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_visitors_type_runs_on_nobodys_page(bool yes)
    {
        var number = yes ? 0 : 7;
        var before = await Tables.StateAsync(host);
        var answers = new PlausibleAnswers(
            yes,
            "Plain",
            _ => Hostile.Markup[number++ % Hostile.Markup.Count]
        );

        var ends = await PublicJourneys.WalkAllAsync(host, answers);

        Assert.NotEmpty(ends);
        Assert.NotEmpty(Tables.Changed(before, await Tables.StateAsync(host)));
        var breaches = ends.SelectMany(Hostile.RunsIn).ToList();
        var pages = await SitePage.AllAsync(host);
        var records = await Records.ReadAsync(host);
        foreach (var persona in await Persona.OneOfEachRoleAsync(host))
        {
            using var visitor = await persona.VisitorAsync(host);
            var start = pages
                .Where(p => p.IsFor(persona.Role) && !p.IsPublic)
                .SelectMany(p =>
                    p.Ids.Count == 0 ? [p.Nowhere] : records.AddressesOf(p).Select(a => a.Address)
                );
            var seen = await Crawl.FromAsync(visitor, start);
            breaches.AddRange(seen.SelectMany(Hostile.RunsIn));
        }

        Rule.Holds([.. breaches.Distinct()]);
    }

    public sealed class OnSqlite(QuietSqliteHost host)
        : HostileTextTests(host),
            IClassFixture<QuietSqliteHost>;

    /// <summary>Pages are drawn alike on both databases, so this walk of a minute is a drill.</summary>
    [Trait("Kind", "drill")]
    public sealed class OnPostgres(QuietPostgresHost host)
        : HostileTextTests(host),
            IClassFixture<QuietPostgresHost>;
}
