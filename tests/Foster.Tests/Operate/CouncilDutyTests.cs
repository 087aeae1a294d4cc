using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>Who holds the duties that are no role (§11, R-ENQ-13), and who never gets one (R-SOD-07).</summary>
public abstract class CouncilDutyTests(FosterHost host)
{
    private const string Manager = "manager@foster.example";
    private readonly CouncilStage stage = new(host);

    [Theory]
    [InlineData("service-manager", Capability.ServiceManager)]
    [InlineData("head-of-service", Capability.HeadOfService)]
    [InlineData("nominated-officer", Capability.NominatedOfficer)]
    [InlineData("records-and-data-protection-officer", Capability.RecordsOfficer)]
    [InlineData("complaints-manager", Capability.ComplaintsManager)]
    public async Task Several_people_hold_a_duty_and_it_is_taken_from_them(
        string slug,
        Capability duty
    )
    {
        using var admin = await stage.AdminAsync();
        var path = "/admin/council/duties/" + slug;

        var done = await (await admin.GetAsync(path))
            .Form()
            .Check("Maya Demo-Manage", "Dana Demo-Decide")
            .SubmitAsync();

        Assert.Equal("/admin/council/duties", done.Path);
        var held = await stage.HoldersAsync();
        Assert.Contains((duty, await stage.IdOfAsync(Manager)), held);
        Assert.Contains((duty, await stage.IdOfAsync("decision.maker@foster.example")), held);
        var manager = await stage.IdOfAsync(Manager);
        Assert.DoesNotContain(await stage.HoldersAsync("WES"), h => h.Account == manager);
        await (await admin.GetAsync(path))
            .Form()
            .Uncheck("Maya Demo-Manage", "Dana Demo-Decide")
            .SubmitAsync();
        Assert.DoesNotContain((duty, manager), await stage.HoldersAsync());
        Assert.Contains(
            "Nobody holds this duty.",
            (await admin.GetAsync("/admin/council/duties")).Text
        );
        var written = await stage.HistoryAsync("duty.ended");
        Assert.NotEmpty(written);
        Assert.All(written, h => Assert.Contains("R-SOD-07", h.RuleIds));
    }

    [Fact]
    public async Task Nobody_gives_themselves_a_duty_nor_takes_it_from_themselves_R_SOD_07()
    {
        using var admin = await stage.AdminAsync();
        var me = await stage.IdOfAsync(CouncilStage.Admin);
        var page = await admin.GetAsync("/admin/council/duties/service-manager");
        Assert.DoesNotContain("Ada Demo-Admin", page.Find("main form").TextContent);

        var tampered = page.Form();
        var box = tampered.Element.QuerySelectorAll("input[type=checkbox]")[0];
        box.SetAttribute("value", me.ToString());
        ((AngleSharp.Html.Dom.IHtmlInputElement)box).IsChecked = true;
        Assert.NotEmpty((await tampered.SubmitAsync()).ErrorSummary);
        var refused = await NameAsync(me, Capability.ServiceManager, me);
        Assert.Equal("R-SOD-07", Assert.Single(refused.Refusals).RuleId);
        Assert.DoesNotContain(await stage.HoldersAsync(), h => h.Account == me);

        var second = await Village.AccountAsync(
            host,
            "HAR",
            "duty.admin@foster.example",
            Role.Administrator
        );
        Assert.True((await NameAsync(second, Capability.ServiceManager, me)).Ok);
        Assert.True((await NameAsync(me, Capability.ServiceManager)).Ok);
        Assert.Contains((Capability.ServiceManager, me), await stage.HoldersAsync());
        Assert.Contains(
            "Only another administrator",
            (await admin.GetAsync("/admin/council/duties/service-manager")).Text
        );
        Assert.True((await NameAsync(second, Capability.ServiceManager)).Ok);
    }

    [Fact]
    public async Task A_holder_is_active_staff_of_the_same_council()
    {
        var gone = await Village.AccountAsync(host, "HAR", "gone@foster.example", Role.TeamManager);
        await stage.DisableAsync("gone@foster.example");
        foreach (
            var wrong in new[]
            {
                gone,
                await stage.IdOfAsync("manager@other.foster.example"),
                await stage.IdOfAsync("carer@foster.example"),
                await stage.IdOfAsync("applicant@foster.example"),
                Guid.NewGuid(),
                Guid.Empty,
            }
        )
        {
            var refused = await NameAsync(Guid.NewGuid(), Capability.ComplaintsManager, wrong);
            Assert.Equal("holders", Assert.Single(refused.Refusals).Field);
        }
        Assert.False((await NameAsync(Guid.NewGuid(), (Capability)99)).Ok);
        Assert.DoesNotContain(
            await stage.HoldersAsync(),
            h => h.Duty == Capability.ComplaintsManager
        );
    }

    [Theory]
    [InlineData(Capability.IntakeOfficer)]
    [InlineData(Capability.NominatedOfficer)]
    public async Task Administrators_get_no_duty_that_opens_cases_whatever_else_they_are_R_SOD_12(
        Capability duty
    )
    {
        var both = await Village.AccountAsync(
            host,
            "HAR",
            $"both.{duty}@foster.example".ToLowerInvariant(),
            Role.TeamManager,
            Role.Administrator
        );

        var refused = await NameAsync(Guid.NewGuid(), duty, [both, .. await HeldAsync(duty)]);

        Assert.Equal("R-SOD-07", Assert.Single(refused.Refusals).RuleId);
    }

    [Fact]
    public async Task Intake_officers_are_two_and_it_is_said_when_one_is_missing_R_ENQ_13()
    {
        using var admin = await stage.AdminAsync();
        const string Path = "/admin/council/duties/intake-officer";
        var page = await admin.GetAsync(Path);
        Assert.DoesNotContain("needed", page.Text);

        await page.Form().Uncheck("Ines Demo-Deputy").SubmitAsync();

        Assert.Contains("One more is needed", (await admin.GetAsync("/admin")).Text);
        using var deputy = await stage.AdminAsync("intake.deputy@foster.example");
        await (await admin.GetAsync(Path)).Form().Check("Ines Demo-Deputy").SubmitAsync();
        Assert.Equal(
            2,
            (await stage.HoldersAsync()).Count(h => h.Duty == Capability.IntakeOfficer)
        );
        var written = await stage.HistoryAsync("duty.assigned");
        Assert.Contains(written, h => h.RuleIds.Contains("R-ENQ-13", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_administrators_do_not_overwrite_each_other_unseen()
    {
        await Village.AccountAsync(host, "HAR", "third.admin@foster.example", Role.Administrator);
        using var first = await stage.AdminAsync();
        using var second = await stage.AdminAsync("third.admin@foster.example");
        const string Path = "/admin/council/duties/head-of-service";
        var slow = (await second.GetAsync(Path)).Form();
        await (await first.GetAsync(Path)).Form().Check("Maya Demo-Manage").SubmitAsync();

        var page = await slow.Check("Dana Demo-Decide").SubmitAsync();

        Assert.Single(page.ErrorSummary);
        Assert.Contains("“Maya Demo-Manage”", page.Text);
        Assert.Single(await stage.HoldersAsync(), h => h.Duty == Capability.HeadOfService);
        Assert.True((await NameAsync(Guid.NewGuid(), Capability.HeadOfService)).Ok);
    }

    [Fact]
    public async Task The_page_asks_for_a_fresh_second_factor_and_knows_no_other_duty()
    {
        using var admin = await stage.AdminAsync();
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await admin.GetAsync("/admin/council/duties/king")).Status
        );
        host.Clock.Advance(TimeSpan.FromMinutes(11));

        var page = await admin.GetAsync("/admin/council/duties/complaints-manager");

        Assert.StartsWith("/account/confirm?", page.Path);
    }

    private async Task<Guid[]> HeldAsync(Capability duty) =>
        [.. (await stage.HoldersAsync()).Where(h => h.Duty == duty).Select(h => h.Account)];

    private Task<Result> NameAsync(Guid by, Capability duty, params Guid[] holders) =>
        stage.AsAsync<NameHolders>(
            Role.Administrator,
            (o, a) => o.RunAsync(new(duty, holders), a, default),
            by
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : CouncilDutyTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : CouncilDutyTests(host),
            IClassFixture<PostgresDemoHost>;
}
