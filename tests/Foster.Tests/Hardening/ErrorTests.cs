using System.Net;
using System.Text;
using Foster.TestKit;
using Foster.Tests.Architecture;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>Row 20: whatever goes wrong, people get a page with every header, and nobody learns about the inside.</summary>
public abstract class ErrorTests(FosterHost host)
{
    [Theory]
    [InlineData("GET", "/no-such-page", 404)]
    [InlineData("GET", "/status/500", 404)]
    [InlineData("GET", "/styles/no-such-file.css", 404)]
    [InlineData("GET", "/.env", 404)]
    [InlineData("GET", "/appsettings.json", 404)]
    [InlineData("GET", "/..%2f..%2fetc/passwd", 404)]
    [InlineData("GET", "/sign-in?ReturnUrl=%00", 400)]
    [InlineData("GET", "/%0d%0aSet-Cookie:x=1", 400)]
    [InlineData("PUT", "/sign-in", 405)]
    [InlineData("DELETE", "/", 405)]
    [InlineData("TRACE", "/", 405)]
    [InlineData("PROPFIND", "/no-such-page", 405)]
    [InlineData("POST", "/sign-in", 400)]
    [InlineData("POST", "/status/500", 404)]
    public async Task A_wrong_request_gets_a_page_for_people(string method, string path, int status)
    {
        using var visitor = host.Visitor();

        var page = await visitor.SendAsync(
            new HttpMethod(method),
            new Uri(host.Address, path),
            null
        );

        Assert.True(page.IsForPeople((HttpStatusCode)status), page.ToString());
        Rule.Holds([.. page.Faults()]);
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
    }

    [Theory]
    [InlineData("application/json", "{\"a\":", 400)]
    [InlineData(
        "text/xml",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
        400
    )]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense", "a=b", 400)]
    [InlineData("multipart/form-data", "no boundary", 400)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nbroken", 400)]
    [InlineData("nonsense", "a=b", 400)]
    public async Task A_body_that_is_no_form_gets_a_page_for_people(
        string type,
        string body,
        int status
    )
    {
        using var visitor = host.Visitor();
        await visitor.TokenAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var page = await visitor.PostAsync("/sign-in", content);

        Assert.True(page.IsForPeople((HttpStatusCode)status), page.ToString());
        Rule.Holds([.. page.Faults()]);
    }

    [Fact]
    public async Task Too_much_is_refused_with_a_page_for_people()
    {
        using var visitor = host.Visitor();
        var token = await visitor.TokenAsync();

        var page = await visitor.PostAsync(
            "/sign-in",
            (Visits.TokenField, token),
            ("sign-in-name", new string('a', 1_200_000))
        );

        Assert.True(page.IsForPeople(HttpStatusCode.RequestEntityTooLarge), page.ToString());
        Rule.Holds([.. page.Faults()]);
    }

    [Fact]
    public async Task Too_many_fields_are_refused_with_a_page_for_people()
    {
        using var visitor = host.Visitor();

        var page = await visitor.PostAsync(
            "/sign-in",
            [.. Enumerable.Range(0, 2_000).Select(i => ($"field-{i}", "x"))]
        );

        Assert.True(page.IsForPeople(HttpStatusCode.BadRequest), page.ToString());
        Rule.Holds([.. page.Faults()]);
    }

    [Fact]
    public async Task A_fault_of_ours_gets_a_page_for_people()
    {
        const string away = "ALTER TABLE \"RoleAssignments\" RENAME TO \"RoleAssignmentsAway\"";
        const string back = "ALTER TABLE \"RoleAssignmentsAway\" RENAME TO \"RoleAssignments\"";
        using var visitor = host.Visitor();
        await RunAsync(away);
        try
        {
            var page = await visitor.GetAsync("/demo");

            Assert.True(page.IsForPeople(HttpStatusCode.InternalServerError), page.ToString());
            Assert.Equal("Sorry, there is a problem with the service", page.Heading);
            Rule.Holds([.. page.Faults()]);
            Assert.Equal("no-store", page.Headers["Cache-Control"]);
        }
        finally
        {
            await RunAsync(back);
        }

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/demo")).Status);
    }

    [Fact]
    public async Task Everything_that_answers_carries_the_headers()
    {
        using var visitor = host.Visitor();
        visitor.FollowsRedirects = false;
        var home = await visitor.GetAsync("/");
        var addresses = (await SitePage.AllAsync(host))
            .Select(p => p.Nowhere)
            .Concat(["/health/live", "/health/ready", "/favicon.ico"])
            .Concat(
                home.Document.QuerySelectorAll("link[rel=stylesheet], script[src]")
                    .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            );
        var faults = new List<string>();
        foreach (var address in addresses)
        {
            var page = await visitor.GetAsync(address);
            var isFile =
                page.Headers.GetValueOrDefault("Content-Type")
                    ?.StartsWith("text/html", StringComparison.Ordinal) != true;
            faults.AddRange(page.Faults().Where(f => !isFile || f.Contains("without")));
        }

        Rule.Holds(faults);
    }

    private Task<int> RunAsync(string statement) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>().Database.ExecuteSqlRawAsync(statement)
        );

    public sealed class OnSqlite(QuietSqliteHost host)
        : ErrorTests(host),
            IClassFixture<QuietSqliteHost>;

    public sealed class OnPostgres(QuietPostgresHost host)
        : ErrorTests(host),
            IClassFixture<QuietPostgresHost>;
}
