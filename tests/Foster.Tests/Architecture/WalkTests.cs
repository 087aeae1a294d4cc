using System.Net;
using System.Text.RegularExpressions;
using Foster.TestKit;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Architecture;

/// <summary>Rule 8: every address × every role. Whoever it is not for gets 302 to the sign-in page, 403 or 404.</summary>
public sealed partial class WalkTests(SqliteDemoHost host) : IClassFixture<SqliteDemoHost>
{
    /// <summary>What answers beside pages and files, and is for anyone.</summary>
    private static readonly string[] OpenToAll =
    [
        "/health/live",
        "/health/ready",
        // The framework's look-up, in Development only, of files newer than the build.
        "/{**path:file}",
    ];

    public static TheoryData<string, Role> Personas
    {
        get
        {
            var all = new TheoryData<string, Role>();
            foreach (var persona in DemoRegion.Staff)
            {
                all.Add(persona.SignInName, persona.Role);
            }

            return all;
        }
    }

    [Fact]
    public async Task A_visitor_is_sent_to_sign_in_wherever_a_role_is_asked_for()
    {
        using var visitor = host.Visitor();

        Rule.Holds(await WalkAsync(visitor, role: null));
    }

    [Theory]
    [MemberData(nameof(Personas))]
    public async Task A_role_gets_in_where_it_belongs_and_nowhere_else(string name, Role role)
    {
        using var visitor = host.Visitor();
        await visitor.SignInAsync(name);

        Rule.Holds(await WalkAsync(visitor, role));
    }

    [Fact]
    public void Everything_that_answers_is_a_page_a_file_or_known_to_be_open()
    {
        var others = Endpoints()
            .Where(e =>
                e.Metadata.GetMetadata<PageActionDescriptor>() is null
                && e.Metadata.All(m => m.GetType().Name != "StaticAssetDescriptor")
            )
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .Except(OpenToAll);

        Assert.Empty(others);
    }

    [Fact]
    public void The_walk_sees_pages_for_somebody_and_pages_for_everybody()
    {
        Assert.Contains(Pages(), p => Allowed(p, role: null));
        Assert.Contains(Pages(), p => !Allowed(p, role: null));
        Assert.True(Pages().Count >= 5);
    }

    private async Task<List<string>> WalkAsync(HtmlVisitor visitor, Role? role)
    {
        var breaches = new List<string>();
        visitor.FollowsRedirects = false;
        foreach (var page in Pages())
        {
            var address = Address(page);
            var answer = await visitor.GetAsync(address);
            var sentToSignIn =
                answer.Status == HttpStatusCode.Redirect
                && answer.Headers["Location"].Contains("/sign-in", StringComparison.Ordinal);
            var keptOut =
                sentToSignIn
                || answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
            var wrong =
                (int)answer.Status >= 500
                || answer.Status == HttpStatusCode.BadRequest
                || (
                    Allowed(page, role)
                        ? sentToSignIn || answer.Status == HttpStatusCode.Forbidden
                        : !keptOut
                );
            if (wrong)
            {
                breaches.Add(
                    $"{address} answers {(int)answer.Status} to {role?.ToString() ?? "a visitor"}"
                );
            }
        }

        return breaches;
    }

    /// <summary>What the page's own declaration says, as the framework will read it.</summary>
    private static bool Allowed(RouteEndpoint page, Role? role) =>
        page.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || (
            page.Metadata.GetOrderedMetadata<IAuthorizeData>() is { Count: > 0 } demands
            && role is { } held
            && demands.All(d => d.Roles is null || d.Roles.Split(',').Contains(held.ToString()))
        );

    private List<RouteEndpoint> Pages() =>
        [.. Endpoints().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)];

    private IEnumerable<RouteEndpoint> Endpoints() =>
        host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>Leads to a record that does not exist.</summary>
    private static string Address(RouteEndpoint page) =>
        "/"
        + Parameter()
            .Replace(
                page.RoutePattern.RawText!,
                m =>
                    m.Value.Contains(":int", StringComparison.Ordinal) ? "404"
                    : m.Value.Contains(":guid", StringComparison.Ordinal)
                        ? "00000000-0000-7000-8000-000000000404"
                    : "unknown"
            )
            .TrimStart('/');

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
