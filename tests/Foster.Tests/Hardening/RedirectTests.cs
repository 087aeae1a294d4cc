using System.Net;
using Foster.TestKit;
using Xunit;

namespace Foster.Tests.Hardening;

/// <summary>Row 18: nobody is led away from the site, and nobody else's name for it is believed.</summary>
public abstract class RedirectTests(FosterHost host)
{
    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\\/evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("http:///evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("~//evil.example")]
    [InlineData("/ /evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("//evil.example/%2f..")]
    [InlineData("https://localhost@evil.example")]
    [InlineData("@evil.example")]
    [InlineData(".evil.example")]
    public async Task Signing_in_leads_nowhere_else(string returnUrl)
    {
        using var visitor = host.Visitor();
        var query = "?ReturnUrl=" + Uri.EscapeDataString(returnUrl);
        var page = await visitor.GetAsync("/sign-in" + query);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        visitor.FollowsRedirects = false;

        var answer = await page.Form()
            .Fill("Sign-in name or email address", "carer@foster.example")
            .Fill("Password", Web.Features.Operate.Demo.DemoRegion.Password)
            .SubmitAsync("Sign in");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var location = answer.Headers["Location"];
        // As a browser reads it: a backslash is a slash, and white space in front does not count.
        var target = new Uri(host.Address, location.Trim().Replace('\\', '/'));
        Assert.Equal(host.Address.Authority, target.Authority);
        Assert.StartsWith("/", location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_return_within_the_site_is_kept()
    {
        using var visitor = host.Visitor();
        visitor.FollowsRedirects = false;
        var page = await visitor.GetAsync("/sign-in?ReturnUrl=%2Fcarer%3Fafter%3D1");

        var answer = await page.Form()
            .Fill("Sign-in name or email address", "carer@foster.example")
            .Fill("Password", Web.Features.Operate.Demo.DemoRegion.Password)
            .SubmitAsync("Sign in");

        Assert.Equal("/carer?after=1", answer.Headers["Location"]);
    }

    [Fact]
    public async Task An_address_within_an_error_or_a_page_is_never_somebody_elses()
    {
        using var visitor = host.Visitor();
        visitor.Headers["X-Forwarded-Host"] = "evil.example";
        visitor.Headers["X-Forwarded-Proto"] = "gopher";
        visitor.Headers["X-Original-Host"] = "evil.example";
        visitor.Headers["Forwarded"] = "host=evil.example";
        visitor.FollowsRedirects = false;

        foreach (var page in await SitePage.AllAsync(host))
        {
            var answer = await visitor.GetAsync(page.Nowhere);

            Assert.DoesNotContain("evil.example", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "evil.example",
                answer.Headers.GetValueOrDefault("Location") ?? "",
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_name_that_is_not_ours_is_refused()
    {
        using var visitor = host.Visitor();
        visitor.Headers["Host"] = "evil.example";

        var answer = await visitor.GetAsync("/sign-in");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.DoesNotContain("evil.example", answer.Body, StringComparison.Ordinal);
        Assert.Empty(Visits.Leaks(answer.Body));
    }

    public sealed class OnSqlite(QuietSqliteHost host)
        : RedirectTests(host),
            IClassFixture<QuietSqliteHost>;

    public sealed class OnPostgres(QuietPostgresHost host)
        : RedirectTests(host),
            IClassFixture<QuietPostgresHost>;
}
