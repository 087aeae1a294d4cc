using System.Net;
using Foster.TestKit;
using Foster.Tests.Architecture;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>Row 5: a post that no form of this visitor sent is refused with a page for people, and a GET changes nothing.</summary>
public abstract class ForgeryTests(FosterHost host)
{
    /// <summary>What a GET may write: who looked, and when a session was last seen.</summary>
    private static readonly string[] MayBeWritten = [.. Tables.OfTheLogs, .. Tables.OfSigningIn];

    [Fact]
    public async Task Every_post_needs_the_token_of_its_own_visitor()
    {
        var pages = await SitePage.AllAsync(host);
        var records = await Records.ReadAsync(host);
        using var another = host.Visitor();
        var stolen = await another.TokenAsync();
        var before = await Tables.StateAsync(host, MayBeWritten);
        var breaches = new List<string>();
        foreach (var persona in (await Persona.OneOfEachRoleAsync(host)).Append<Persona?>(null))
        {
            using var visitor = persona is null ? host.Visitor() : await persona.VisitorAsync(host);
            visitor.FollowsRedirects = false;
            await visitor.GetAsync("/sign-in");
            foreach (var page in pages.Where(p => p.Posts && p.IsFor(persona?.Role)))
            {
                var address = records.AddressesOf(page).Select(a => a.Address).FirstOrDefault();
                foreach (var token in new[] { null, "forged", stolen })
                {
                    var answer = token is null
                        ? await visitor.PostAsync(address ?? page.Nowhere)
                        : await visitor.PostAsync(
                            address ?? page.Nowhere,
                            (Visits.TokenField, token)
                        );
                    if (!answer.IsForPeople(HttpStatusCode.BadRequest) && !IsStatusPage(page))
                    {
                        breaches.Add(
                            $"POST {answer.Path} with {token ?? "no token"} answers {(int)answer.Status}"
                        );
                    }

                    breaches.AddRange(answer.Faults());
                }
            }
        }

        breaches.AddRange(Tables.Changed(before, await Tables.StateAsync(host, MayBeWritten)));
        Rule.Holds(breaches);
    }

    [Fact]
    public async Task Another_persons_token_is_refused_although_both_are_signed_in()
    {
        var people = await Persona.OneOfEachRoleAsync(host);
        using var one = await people[0].VisitorAsync(host);
        using var other = await people[1].VisitorAsync(host);
        var stolen = await other.TokenAsync();
        await one.TokenAsync();

        var answer = await one.PostAsync("/account/sign-out", (Visits.TokenField, stolen));

        Assert.True(answer.IsForPeople(HttpStatusCode.BadRequest), answer.ToString());
    }

    [Fact]
    public async Task No_page_is_changed_by_being_read()
    {
        var pages = await SitePage.AllAsync(host);
        var records = await Records.ReadAsync(host);
        var personas = await Persona.OneOfEachRoleAsync(host);
        var breaches = new List<string>();
        foreach (var persona in personas.Append<Persona?>(null))
        {
            using var visitor = persona is null ? host.Visitor() : await persona.VisitorAsync(host);
            var before = await Tables.StateAsync(host, MayBeWritten);
            var start = pages
                .Where(p => p.IsFor(persona?.Role))
                .SelectMany(p =>
                    p.Ids.Count == 0 ? [p.Nowhere] : records.AddressesOf(p).Select(a => a.Address)
                );
            var seen = await Crawl.FromAsync(visitor, start);
            breaches.AddRange(
                seen.Where(p => (int)p.Status >= 500)
                    .Select(p => $"{p.Path} answers {(int)p.Status} to {persona?.Name}")
            );
            breaches.AddRange(
                Tables
                    .Changed(before, await Tables.StateAsync(host, MayBeWritten))
                    .Select(c => $"{c} while {persona?.Name ?? "a visitor"} was reading")
            );
        }

        Rule.Holds(breaches);
    }

    /// <summary>It stands in for every refusal, whatever was sent, and changes nothing; by itself it is not there.</summary>
    private static bool IsStatusPage(SitePage page) =>
        page.Pattern.StartsWith("/status/", StringComparison.Ordinal);

    public sealed class OnSqlite(QuietSqliteHost host)
        : ForgeryTests(host),
            IClassFixture<QuietSqliteHost>;

    /// <summary>Pages are drawn alike on both databases, so this walk of a minute is a drill.</summary>
    [Trait("Kind", "drill")]
    public sealed class OnPostgres(QuietPostgresHost host)
        : ForgeryTests(host),
            IClassFixture<QuietPostgresHost>;
}
