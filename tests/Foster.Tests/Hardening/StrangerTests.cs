using System.Net;
using Foster.TestKit;
using Foster.Tests.Architecture;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>
/// Rule 8 with real records: another council's staff, other applicants and workers who do not hold the case get 404,
/// the very page that an id that never was gets, by GET and by POST, and nothing is changed.
/// </summary>
public abstract class StrangerTests(FosterHost host)
{
    /// <summary>How many records of others each person tries on each page.</summary>
    protected virtual int MostOfAPage => int.MaxValue;

    [Fact]
    public async Task A_record_of_others_is_not_found_by_get_or_post()
    {
        var pages = await SitePage.AllAsync(host);
        var records = await Records.ReadAsync(host);
        var before = await Tables.StateAsync(host, [.. Tables.OfTheLogs, .. Tables.OfSigningIn]);
        var breaches = new List<string>();
        foreach (var persona in await Persona.AllAsync(host))
        {
            using var visitor = await persona.VisitorAsync(host);
            var token = await visitor.TokenAsync();
            // What is open to everybody has no strangers.
            foreach (
                var page in pages.Where(p =>
                    p.Ids.Count > 0 && !p.IsPublic && p.IsFor(persona.Role)
                )
            )
            {
                var nowhere = (await visitor.GetAsync(page.Nowhere)).Lasting();
                foreach (
                    var address in records
                        .AddressesOf(page)
                        .Where(a => !records.MayReach(persona, a.Leads))
                        .Select(a => a.Address)
                        .Take(MostOfAPage)
                )
                {
                    var got = await visitor.GetAsync(address);
                    breaches.AddRange(Against(persona, "GET", got));
                    if (got.Status == HttpStatusCode.NotFound && got.Lasting() != nowhere)
                    {
                        breaches.Add($"{address} differs from an unknown id for {persona.Name}");
                    }

                    var sent = await visitor.PostAsync(address, (Visits.TokenField, token));
                    breaches.AddRange(Against(persona, "POST", sent));
                }
            }
        }

        breaches.AddRange(
            Tables.Changed(
                before,
                await Tables.StateAsync(host, [.. Tables.OfTheLogs, .. Tables.OfSigningIn])
            )
        );
        Rule.Holds(breaches);
    }

    [Fact]
    public async Task Every_id_in_an_address_is_understood()
    {
        var records = await Records.ReadAsync(host);

        Rule.Holds([
            .. from page in await SitePage.AllAsync(host)
            // What is open to everybody has no strangers.
            where !page.IsPublic
            from id in page.Ids
            where records.TypesFor(id.Name).Count == 0
            select $"{page}: {{{id.Name}}} names no record, so nobody tries it with a stranger's",
        ]);
    }

    [Fact]
    public async Task An_id_that_is_unknown_and_one_that_is_malformed_get_the_same_page()
    {
        var breaches = new List<string>();
        var pages = (await SitePage.AllAsync(host)).Where(p => p.Ids.Count > 0).ToList();
        foreach (var persona in await Persona.OneOfEachRoleAsync(host))
        {
            using var visitor = await persona.VisitorAsync(host);
            foreach (var page in pages.Where(p => p.IsFor(persona.Role)))
            {
                var unknown = await visitor.GetAsync(page.Nowhere);
                var malformed = await visitor.GetAsync(
                    page.Address(p => p.IsId ? "not-an-id" : p.Nowhere)
                );
                if (
                    unknown.Status != HttpStatusCode.NotFound
                    || malformed.Status != HttpStatusCode.NotFound
                    || unknown.Lasting() != malformed.Lasting()
                )
                {
                    breaches.Add(
                        $"{page} for {persona.Role}: unknown {(int)unknown.Status}, malformed {(int)malformed.Status}"
                    );
                }
            }
        }

        Rule.Holds(breaches);
    }

    private static IEnumerable<string> Against(Persona persona, string method, HtmlPage answer)
    {
        if (answer.Status is not HttpStatusCode.NotFound)
        {
            yield return $"{method} {answer.Path} answers {(int)answer.Status} to {persona.Name}, whose it is not";
        }
    }

    public sealed class OnSqlite(QuietSqliteHost host)
        : StrangerTests(host),
            IClassFixture<QuietSqliteHost>;

    /// <summary>All records are tried on the other database; here every page and person once, for the queries alone.</summary>
    public sealed class OnPostgres(QuietPostgresHost host)
        : StrangerTests(host),
            IClassFixture<QuietPostgresHost>
    {
        protected override int MostOfAPage => 1;
    }
}
