using System.Net;
using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.History;

/// <summary>Row 21: of 200 views, changes, exports and refusals every one is found in the access log (R-DP-04, R-DP-12).</summary>
public abstract class AccessTests(FosterHost host)
{
    private const int Wanted = 200;

    private readonly Dictionary<(Guid, AccessAct, string), int> done = [];

    [Fact]
    public async Task Two_hundred_actions_are_all_found()
    {
        var pages = (await SitePage.AllAsync(host))
            .Where(p => p.Records.Count > 0 && !p.IsPublic)
            .ToList();
        var records = await Records.ReadAsync(host);
        var people = await Persona.OneOfEachRoleAsync(host);
        for (var round = 0; done.Values.Sum() < Wanted; round++)
        {
            Assert.True(round < 10, $"Only {done.Values.Sum()} actions came together.");
            foreach (var persona in people)
            {
                using var visitor = await persona.VisitorAsync(host);
                foreach (var page in pages)
                    await OpenAsync(visitor, persona, page, records);
            }
        }

        foreach (var act in Enum.GetValues<AccessAct>().Where(a => a != AccessAct.Search))
            Assert.Contains(done.Keys, k => k.Item2 == act);
        var entries = await host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<AccessEntry>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .ToListAsync()
        );
        var found = entries
            .GroupBy(e => (e.ActorId!.Value, e.Act, e.Page))
            .ToDictionary(g => g.Key, g => g.Count());
        Assert.DoesNotContain(done, d => found.GetValueOrDefault(d.Key) != d.Value);
        Assert.Equal(done.Values.Sum(), entries.Count);
        Assert.All(
            entries,
            e =>
            {
                Assert.NotEmpty(e.ActorName);
                Assert.NotEmpty(e.ActorRole);
                Assert.NotEmpty(e.Kinds);
                Assert.True(e.FromAddress is "127.0.0.1" or "::1", e.FromAddress);
            }
        );
        var viewed = entries.Where(e => e.Act == AccessAct.View && e.Page.Contains("caseId"));
        Assert.All(viewed, e => Assert.NotNull(e.CaseId));
    }

    /// <summary>Opens a page with a real record, and sends its form where there is one.</summary>
    private async Task OpenAsync(
        HtmlVisitor visitor,
        Persona persona,
        SitePage page,
        Records records
    )
    {
        var address =
            records
                .AddressesOf(page)
                .Where(a => a.Leads.CouncilId == persona.CouncilId)
                .Select(a => a.Address)
                .FirstOrDefault()
            ?? page.Nowhere;
        var answer = await visitor.GetAsync(address);
        Count(persona, page, answer, posted: false);
        if (answer.Status != HttpStatusCode.OK || !answer.Has("main form[method=post]"))
            return;
        var sent = await new PlausibleAnswers(
            yes: true,
            text: _ => "Words that are long enough to be a reason"
        ).OnceAsync(answer);
        Count(persona, page, sent, posted: true);
    }

    private void Count(Persona persona, SitePage page, HtmlPage answer, bool posted)
    {
        AccessAct? act = answer.Status switch
        {
            HttpStatusCode.OK
                when answer
                    .Headers["Content-Type"]
                    .StartsWith("text/csv", StringComparison.Ordinal) => AccessAct.Export,
            HttpStatusCode.OK => AccessAct.View,
            HttpStatusCode.NotFound or HttpStatusCode.Forbidden => AccessAct.Refusal,
            HttpStatusCode.Redirect when posted => AccessAct.Change,
            HttpStatusCode.Redirect => null,
            _ => throw new InvalidOperationException($"{page} answers {answer.Status}"),
        };
        if (act is { } what)
        {
            var key = (persona.AccountId, what, page.Pattern);
            done[key] = done.GetValueOrDefault(key) + 1;
        }
    }

    public sealed class OnSqlite(QuietSqliteHost host)
        : AccessTests(host),
            IClassFixture<QuietSqliteHost>;

    public sealed class OnPostgres(QuietPostgresHost host)
        : AccessTests(host),
            IClassFixture<QuietPostgresHost>;
}
