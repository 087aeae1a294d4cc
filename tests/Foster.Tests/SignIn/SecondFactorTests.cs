using System.Net;
using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.SignIn;

/// <summary>Row 1: by whatever road staff come, a password alone opens nothing.</summary>
public abstract class SecondFactorTests(FosterHost host)
{
    [Fact]
    public async Task After_the_password_staff_are_asked_for_a_code_and_come_back_to_where_they_wanted()
    {
        using var visitor = host.Visitor();
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        var asked = await visitor.GetAsync("/staff/rules?search=stage");
        var page = await visitor.TypeAsync("manager@foster.example", page: asked);
        Assert.Equal("/sign-in/code", page.Path);
        Assert.Equal("Sign in", (await visitor.GetAsync("/staff")).Heading);

        page = await visitor.GetAsync("/sign-in/code");
        page = await page.CodeAsync(await SecondFactors.CodeAsync(host, "manager@foster.example"));

        Assert.Equal("/staff/rules?search=stage", page.Address.PathAndQuery);
    }

    [Fact]
    public async Task A_code_counts_once_and_an_older_one_not_at_all()
    {
        const string Name = "assessor@foster.example";
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        var older = await SecondFactors.CodeAsync(host, Name);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = await SecondFactors.CodeAsync(host, Name);
        using var first = host.Visitor();
        using var second = host.Visitor();
        Assert.Equal("/staff", (await (await first.TypeAsync(Name)).CodeAsync(code)).Path);

        var page = await second.TypeAsync(Name);
        foreach (var used in new[] { code, older, "000000" })
        {
            page = await page.CodeAsync(used);

            Assert.Contains("not right, or was used", Assert.Single(page.ErrorSummary).Text);
        }
        Assert.Equal("Sign in", (await second.GetAsync("/staff")).Heading);
    }

    [Fact]
    public async Task Two_posts_of_one_code_at_the_same_time_let_one_in()
    {
        const string Name = "supervisor@foster.example";
        host.Clock.Advance(TimeSpan.FromSeconds(60));
        var code = await SecondFactors.CodeAsync(host, Name);
        var visitors = Enumerable.Range(0, 4).Select(_ => host.Visitor()).ToList();
        var pages = new List<HtmlPage>();
        foreach (var visitor in visitors)
            pages.Add(await visitor.TypeAsync(Name));

        var ends = await Task.WhenAll(pages.Select(p => p.CodeAsync(code)));

        Assert.Single(ends, p => p.Path == "/staff");
        visitors.ForEach(v => v.Dispose());
    }

    [Fact]
    public async Task A_recovery_code_takes_the_place_of_the_phone_once_and_the_owner_is_told()
    {
        const string Name = "recruitment@foster.example";
        var codes = await SecondFactors.RecoveryCodesAsync(host, Name);
        Assert.Equal(10, codes.Distinct().Count());
        using var visitor = host.Visitor();
        await visitor.TypeAsync(Name);

        var page = await UseAsync(visitor, codes[3].ToUpperInvariant());

        Assert.Equal("/staff", page.Path);
        Assert.Equal(1, await Steps.CountToAsync(host, Name, "account.recovery-code-used"));
        using var again = host.Visitor();
        await again.TypeAsync(Name);
        page = await UseAsync(again, codes[3]);
        Assert.Contains("used already", Assert.Single(page.ErrorSummary).Text);
        Assert.Equal("/staff", (await UseAsync(again, codes[4])).Path);
    }

    [Fact]
    public async Task Staff_without_one_set_it_up_before_anything_else_opens()
    {
        await Village.AccountAsync(host, "HAR", "fresh@foster.example", Role.TeamManager);
        using var visitor = host.Visitor();
        var page = await visitor.TypeAsync("fresh@foster.example");
        Assert.Equal("/account/second-factor", page.Address.AbsolutePath);
        foreach (
            var path in new[]
            {
                "/staff",
                "/staff/cases",
                "/account",
                "/account/sessions",
                "/account/password",
                "/account/email",
                "/account/recovery-codes",
            }
        )
            Assert.Equal(
                "/account/second-factor",
                (await visitor.GetAsync(path)).Address.AbsolutePath
            );

        page = await visitor.GetAsync("/account/authenticator");
        Assert.True(page.Has("svg.app-qr path"));
        var key = page.Find(".app-secret").TextContent;
        Assert.Equal(
            "/account/authenticator",
            (
                await page.Form().Fill("Code from your authenticator app", "123456").SubmitAsync()
            ).Path
        );
        page = await visitor
            .Page!.Form()
            .Fill(
                "Code from your authenticator app",
                SecondFactors.CodeOfKey(host, visitor.Page!.Find("main .app-secret").TextContent)
            )
            .SubmitAsync();

        Assert.Equal("Keep these recovery codes", page.Heading);
        Assert.Equal(key, key.Trim());
        Assert.Equal(10, page.Document.QuerySelectorAll(".app-secret li").Length);
        Assert.Equal("My work", (await visitor.GetAsync("/staff")).Heading);
    }

    [Fact]
    public async Task A_carer_who_becomes_staff_shows_one_before_acting_as_staff()
    {
        var id = await Village.AccountAsync(
            host,
            "HAR",
            "grown@foster.example",
            Role.ApprovedCarer
        );
        using var visitor = host.Visitor();
        Assert.Equal("/carer", (await visitor.TypeAsync("grown@foster.example")).Path);
        await Village.ChangeAsync(
            host,
            "HAR",
            (s, actor) =>
            {
                s.GetRequiredService<Web.Foundation.Data.FosterDb>()
                    .Add(
                        new RoleAssignment
                        {
                            AccountId = id,
                            CouncilId = actor.CouncilId,
                            Role = Role.Assessor,
                        }
                    );
                return Task.CompletedTask;
            }
        );

        var page = await (await visitor.GetAsync("/account"))
            .Form("main form:has(input[name=role])")
            .SubmitAsync();

        Assert.Equal("/account/second-factor", page.Address.AbsolutePath);
        Assert.Equal(
            "/account/second-factor",
            (await visitor.GetAsync("/staff")).Address.AbsolutePath
        );
    }

    [Fact]
    public async Task A_carer_is_offered_it_and_not_forced()
    {
        await Village.AccountAsync(host, "HAR", "choice@foster.example", Role.ApprovedCarer);
        using var visitor = host.Visitor();
        await visitor.TypeAsync("choice@foster.example");
        Assert.Contains("your choice", (await visitor.GetAsync("/account/second-factor")).Text);

        var page = await visitor.GetAsync("/account/authenticator");
        await page.Form()
            .Fill(
                "Code from your authenticator app",
                SecondFactors.CodeOfKey(host, page.Find(".app-secret").TextContent)
            )
            .SubmitAsync();

        using var again = host.Visitor();
        Assert.Equal("/sign-in/code", (await again.TypeAsync("choice@foster.example")).Path);
    }

    [Fact]
    public async Task The_step_after_the_password_runs_out_and_is_nobody_s_without_it()
    {
        using var visitor = host.Visitor();
        Assert.Equal(
            "Start signing in again",
            (await visitor.GetAsync("/sign-in/recovery-code")).Heading
        );
        var page = await visitor.TypeAsync("manager@foster.example");
        host.Clock.Advance(TimeSpan.FromMinutes(11));

        page = await page.CodeAsync(await SecondFactors.CodeAsync(host, "manager@foster.example"));

        Assert.Equal("Start signing in again", page.Heading);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Secrets_lie_in_the_database_as_nothing_that_could_be_used()
    {
        var id = await SecondFactors.AccountIdAsync(host, "manager@foster.example");
        await host.InScopeAsync(async s =>
        {
            var secret = (await s.GetRequiredService<Authenticators>().SecretOfAsync(id, default))!;
            var kept = (
                await s.GetRequiredService<Web.Foundation.Data.FosterDb>()
                    .FindAsync<Authenticator>(id)
            )!.Secret;
            Assert.DoesNotContain(Convert.ToBase64String(secret), kept);
            Assert.Null(
                s.GetRequiredService<Authenticators>()
                    .OfferedTo(
                        Guid.CreateVersion7(),
                        s.GetRequiredService<Authenticators>().Offer(id, secret)
                    )
            );
        });
    }

    private static async Task<HtmlPage> UseAsync(HtmlVisitor visitor, string code) =>
        await (await visitor.GetAsync("/sign-in/recovery-code"))
            .Form()
            .Fill("Recovery code", code)
            .SubmitAsync();

    public sealed class OnSqlite(QuietSqliteHost host)
        : SecondFactorTests(host),
            IClassFixture<QuietSqliteHost>;

    public sealed class OnPostgres(QuietPostgresHost host)
        : SecondFactorTests(host),
            IClassFixture<QuietPostgresHost>;
}
