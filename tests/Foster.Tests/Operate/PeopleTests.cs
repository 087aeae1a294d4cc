using System.Net;
using Foster.TestKit;
using Foster.Tests.SignIn;
using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>Accounts of staff: who may look after them, and that what is done holds at once (R-SOD-07).</summary>
public abstract class PeopleTests(FosterHost host)
{
    private const string Admin = "admin@foster.example";
    private const string Why = "They left the service at the end of the month.";

    public static TheoryData<string> Acts =>
        ["roles", "disable", "enable", "ask", "confirm", "withdraw"];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Nobody_but_administrators_looks_after_accounts_R_SOD_07(string act)
    {
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Administrator))
        {
            var result = await RunAsync(
                act,
                "assessor@foster.example",
                admin => admin with { Role = role }
            );

            Assert.Contains("R-SOD-07", result.Refusals.Select(r => r.RuleId));
        }
    }

    [Theory]
    [InlineData("roles")]
    [InlineData("disable")]
    [InlineData("ask")]
    [InlineData("confirm")]
    public async Task Nobody_looks_after_themselves_R_SOD_07(string act)
    {
        var result = await RunAsync(act, Admin, admin => admin);

        Assert.Contains("Another administrator has to do it", result.Reasons);
    }

    [Theory]
    [InlineData("roles")]
    [InlineData("disable")]
    [InlineData("ask")]
    public async Task Another_councils_staff_and_applicants_are_not_there(string act)
    {
        foreach (var name in new[] { "assessor@other.foster.example", "applicant@foster.example" })
            Assert.Contains("no such account", (await RunAsync(act, name, admin => admin)).Reasons);
    }

    [Fact]
    public async Task Pages_of_others_are_not_found()
    {
        using var visitor = host.Visitor();
        await visitor.SignInAsync(Admin);
        foreach (
            var id in new[]
            {
                await IdAsync("assessor@other.foster.example"),
                await IdAsync("carer@foster.example"),
                Guid.NewGuid(),
            }
        )
        foreach (
            var page in new[]
            {
                "",
                "/roles",
                "/disable",
                "/enable",
                "/reset-second-step",
                "/confirm-reset",
            }
        )
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await visitor.GetAsync($"/admin/people/{id}{page}")).Status
            );
    }

    [Fact]
    public async Task An_administrator_reads_no_case_so_that_role_goes_with_no_other_R_SOD_07()
    {
        const string Name = "mixed@foster.example";
        var id = await Village.AccountAsync(host, "HAR", Name, Role.Assessor);

        var result = await ChangeAsync(id, Role.Administrator, Role.Assessor);

        Assert.Equal("R-SOD-07", Assert.Single(result.Refusals).RuleId);
        Assert.False((await ChangeAsync(id)).Ok);
        Assert.False((await ChangeAsync(id, Role.ApprovedCarer)).Ok);
        Assert.True((await ChangeAsync(id, Role.TeamManager, Role.PanelMember)).Ok);
    }

    [Fact]
    public async Task Roles_change_at_once_the_session_ends_and_the_owner_is_told()
    {
        const string Name = "changing@foster.example";
        var id = await AccountAsync(Name, Role.Assessor);
        using var there = host.Visitor();
        await there.SignInAsync(Name);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/staff/cases")).Status);
        using var admin = host.Visitor();
        await admin.SignInAsync(Admin);
        var page = await (await admin.GetAsync("/admin/people?name=changing")).FollowAsync(
            "Changing Demo-Person"
        );

        page = await page.FollowAsync("Change roles here");
        foreach (
            var box in page
                .Document.QuerySelectorAll("main input[type=checkbox]")
                .OfType<AngleSharp.Html.Dom.IHtmlInputElement>()
        )
            box.IsChecked = box.Value == nameof(Role.Analyst);
        page = await page.Form().SubmitAsync("Save the roles");

        Assert.Contains("hold from now on", page.Notification);
        Assert.Contains(
            ("Roles here", "Analyst"),
            page.SummaryRows.Select(r => (r.Label, r.Value))
        );
        Assert.Equal("/sign-in", (await there.GetAsync("/staff/cases")).Address.AbsolutePath);
        Assert.Equal(1, await Steps.CountToAsync(host, Name, "account.roles-changed"));
        Assert.Contains("account.roles-changed", await KindsAsync(id));
    }

    [Fact]
    public async Task Who_is_disabled_is_thrown_out_at_once_and_comes_back_when_enabled()
    {
        const string Name = "leaving@foster.example";
        var id = await AccountAsync(Name, Role.Analyst);
        using var there = host.Visitor();
        await there.SignInAsync(Name);
        using var admin = host.Visitor();
        await admin.SignInAsync(Admin);
        var page = await (await admin.GetAsync($"/admin/people/{id}")).FollowAsync(
            "Disable the account"
        );
        page = await page.Form().Fill("Why?", "Too short").SubmitAsync("Disable the account");
        Assert.Contains("20 characters", Assert.Single(page.ErrorSummary).Text);

        page = await page.Form().Fill("Why?", Why).SubmitAsync("Disable the account");

        Assert.Contains("Disabled", page.Text);
        Assert.Equal("/sign-in", (await there.GetAsync("/account")).Address.AbsolutePath);
        Assert.Contains("do not match", (await there.TypeAsync(Name)).Text);
        Assert.Equal(1, await Steps.CountToAsync(host, Name, "account.disabled"));

        page = await (await admin.GetAsync($"/admin/people/{id}")).FollowAsync(
            "Enable the account"
        );
        page = await page.Form()
            .Fill("Why?", "They came back from a long leave.")
            .SubmitAsync("Enable the account");

        Assert.Contains("works again", page.Notification);
        Assert.Equal(1, await Steps.CountToAsync(host, Name, "account.enabled"));
        Assert.Equal(["account.disabled", "account.enabled"], await KindsAsync(id));
    }

    [Fact]
    public async Task Somebody_who_works_for_two_councils_is_disabled_in_neither_by_one_of_them()
    {
        const string Name = "both@foster.example";
        var id = await Village.AccountAsync(host, "HAR", Name, Role.Assessor);
        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var other = await db.Set<Council>().SingleAsync(c => c.Code == "WES");
            db.Add(
                new RoleAssignment
                {
                    AccountId = id,
                    CouncilId = other.Id,
                    Role = Role.Assessor,
                }
            );
            await db.SaveChangesAsync();
        });

        var result = await RunAsync("disable", Name, admin => admin);

        Assert.Contains("also works for another council", result.Reasons);
    }

    [Fact]
    public async Task The_last_administrator_who_can_sign_in_stays_R_SOD_07()
    {
        // Whoever asks acts as an administrator whose account is disabled meanwhile.
        var gone = await AccountAsync("gone.admin@foster.example", Role.Administrator);
        await Steps.ChangeAccountAsync(host, "gone.admin@foster.example", a => a.IsDisabled = true);
        foreach (var act in new[] { "roles", "disable" })
            Assert.Contains(
                "last administrator",
                (await RunAsync(act, Admin, admin => admin with { AccountId = gone })).Reasons
            );
    }

    [Fact]
    public async Task A_lost_second_step_is_reset_by_two_people_and_its_owner_is_told_R_SOD_07()
    {
        const string Name = "panel.chair@foster.example";
        const string Second = "second.admin@foster.example";
        await AccountAsync(Second, Role.Administrator);
        var id = await IdAsync(Name);
        using var owner = host.Visitor();
        await owner.SignInAsync(Name);
        using var first = host.Visitor();
        await first.SignInAsync(Admin);
        var page = await (await first.GetAsync($"/admin/people/{id}")).FollowAsync(
            "Reset a lost second step"
        );
        page = await page.Form()
            .Fill("Why?", "Their phone fell into the sea on Sunday.")
            .SubmitAsync("Ask for the reset");
        Assert.Contains("waits for a second administrator", page.Text);
        Assert.Equal(1, await Steps.CountToAsync(host, Name, "account.factor-reset-asked"));
        page = await first.GetAsync($"/admin/people/{id}/confirm-reset");
        Assert.Contains("another administrator confirms it", page.Text);
        Assert.False(page.Has("main input[type=radio]"));
        Assert.Contains(
            "another administrator confirms",
            (await RunAsync("confirm", Name, admin => admin)).Reasons
        );
        Assert.Equal("/panel", (await owner.GetAsync("/panel")).Address.AbsolutePath);

        using var second = host.Visitor();
        await second.SignInAsync(Second);
        page = await second.GetAsync($"/admin/people/{id}/confirm-reset");
        Assert.Contains("Their phone fell into the sea on Sunday.", page.Text);
        page = await page.Form()
            .Choose(
                "Have you made sure that it is really them?",
                "Yes, reset their second step now"
            )
            .SubmitAsync("Save the decision");

        Assert.Contains("The second step is reset", page.Notification);
        Assert.Equal(1, await Steps.CountToAsync(host, Name, "account.factor-reset"));
        Assert.Equal("/sign-in", (await owner.GetAsync("/panel")).Address.AbsolutePath);
        // The password alone leads to where a new second step is set up, and nothing else opens.
        page = await owner.TypeAsync(Name);
        Assert.Equal("/account/second-factor", page.Address.AbsolutePath);
        Assert.Equal(
            "/account/second-factor",
            (await owner.GetAsync("/panel")).Address.AbsolutePath
        );
        Assert.Equal(["account.factor-reset-asked", "account.factor-reset"], await KindsAsync(id));
    }

    [Fact]
    public async Task A_reset_that_nobody_confirms_runs_out_and_one_that_is_withdrawn_resets_nothing()
    {
        const string Name = "panel.member@foster.example";
        Assert.True((await RunAsync("ask", Name, a => a)).Ok);
        Assert.False((await RunAsync("ask", Name, a => a)).Ok);
        Assert.True((await RunAsync("withdraw", Name, a => a)).Ok);
        Assert.True((await RunAsync("ask", Name, a => a)).Ok);
        host.Clock.Advance(TimeSpan.FromHours(25));

        var late = await RunAsync("confirm", Name, a => a with { AccountId = Guid.NewGuid() });

        Assert.Contains("too late", late.Reasons);
        Assert.True(
            await host.InScopeAsync(async s =>
                await s.GetRequiredService<Authenticators>().HasAsync(await IdAsync(Name), default)
            )
        );
    }

    [Fact]
    public async Task The_list_is_narrowed_by_name_without_accents_role_and_state_and_says_when_nobody_fits()
    {
        await AccountAsync("zoe@foster.example", Role.Analyst, "Zoë Demo-Søren");
        using var admin = host.Visitor();
        await admin.SignInAsync(Admin);

        var page = await admin.GetAsync("/admin/people?name=ZOE&role=Analyst&state=Active");

        Assert.Contains("Zoë Demo-Søren", page.Find("main table").TextContent);
        Assert.Single(page.Document.QuerySelectorAll("main tbody tr"));
        page = await admin.GetAsync("/admin/people?name=zoe&role=Assessor");
        Assert.Contains("Nobody fits.", page.Text);
        page = await admin.GetAsync("/admin/people?role=nonsense&after=nonsense&name=%27%22");
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Of_somebody_who_works_for_two_councils_administrators_of_either_reset_the_second_step_R_SOD_07()
    {
        const string Name = "twofold@foster.example";
        var id = await AccountAsync(Name, Role.Assessor);
        var elsewhere = await Village.AccountAsync(
            host,
            "WES",
            "twofold.admin@foster.example",
            Role.Administrator
        );
        var wes = await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "WES");
            db.Add(
                new RoleAssignment
                {
                    AccountId = id,
                    CouncilId = council.Id,
                    Role = Role.Assessor,
                }
            );
            await db.SaveChangesAsync();
            return council.Id;
        });
        var there = new Actor(elsewhere, "Wanda Demo-Admin", Role.Administrator, wes);

        Assert.True((await RunAsync("ask", Name, admin => admin)).Ok);
        Assert.Contains("asked for already", (await AsAsync(there, "ask")).Reasons);
        Assert.False((await RunAsync("confirm", Name, admin => admin)).Ok);
        var confirmed = await AsAsync(there, "confirm");

        Assert.True(confirmed.Ok, confirmed.Reasons);
        Assert.Equal(1, await Steps.CountToAsync(host, Name, "account.factor-reset-asked"));
        Assert.Equal(1, await Steps.CountToAsync(host, Name, "account.factor-reset"));

        Task<Result> AsAsync(Actor actor, string act) =>
            host.InScopeAsync(async s =>
            {
                s.GetRequiredService<ActorSource>().System(actor.CouncilId);
                return act == "ask"
                    ? await s.GetRequiredService<AskFactorReset>()
                        .RunAsync(new(id, Why), actor, default)
                    : await s.GetRequiredService<EndFactorReset>()
                        .RunAsync(new(id, true), actor, default);
            });
    }

    private async Task<Result> RunAsync(string act, string name, Func<Actor, Actor> who) =>
        await host.InScopeAsync(async s =>
        {
            var actor = who(await Steps.AdministratorAsync(s));
            var id = await IdAsync(name);
            return act switch
            {
                "roles" => await s.GetRequiredService<ChangeRoles>()
                    .RunAsync(new(id, [Role.Analyst]), actor, default),
                "disable" => await s.GetRequiredService<DisableAccount>()
                    .RunAsync(new(id, Why), actor, default),
                "enable" => await s.GetRequiredService<EnableAccount>()
                    .RunAsync(new(id, Why), actor, default),
                "ask" => await s.GetRequiredService<AskFactorReset>()
                    .RunAsync(new(id, Why), actor, default),
                _ => await s.GetRequiredService<EndFactorReset>()
                    .RunAsync(new(id, act == "confirm"), actor, default),
            };
        });

    private Task<Result> ChangeAsync(Guid id, params Role[] roles) =>
        host.InScopeAsync(async s =>
            await s.GetRequiredService<ChangeRoles>()
                .RunAsync(new(id, roles), await Steps.AdministratorAsync(s), default)
        );

    /// <summary>An account that can sign in with one press and has a name and an address.</summary>
    private async Task<Guid> AccountAsync(string name, Role role, string? called = null)
    {
        var id = await Village.AccountAsync(host, "HAR", name, role);
        await Steps.ChangeAccountAsync(
            host,
            name,
            a =>
            {
                a.DisplayName =
                    called
                    ?? char.ToUpperInvariant(name[0]) + name[1..name.IndexOf('@')] + " Demo-Person";
                a.Email = name;
            }
        );
        return id;
    }

    private Task<Guid> IdAsync(string name) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Users.Where(a => a.UserName == name)
                .Select(a => a.Id)
                .SingleAsync()
        );

    private Task<List<string>> KindsAsync(Guid id) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<CouncilHistoryEntry>()
                .IgnoreQueryFilters()
                .Where(h => h.SubjectId == id && h.Kind != "account.invited")
                .OrderBy(h => h.RecordedAt)
                .ThenBy(h => h.Id)
                .Select(h => h.Kind)
                .ToListAsync()
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : PeopleTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : PeopleTests(host),
            IClassFixture<PostgresDemoHost>;
}
