using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Browser;

/// <summary>A family that asks about a child whom they know (R-ENQ-11), and a worker who is away and comes back.</summary>
public abstract class DeskWalkTests(FosterHost host) : BrowserTest(host)
{
    [Fact]
    public async Task A_family_that_knows_the_child_is_on_the_connected_track()
    {
        Host.Clock.Set("2026-09-07 10:00");
        var walk = new RoadWalk(Host, () => PersonAsync(width: 320));

        await walk.EnquireAsync(knowsChild: true);

        Assert.Contains(
            "The manager of our team calls you",
            await Answers.TextAsync(walk.Casey.Page)
        );
        await LooksRightAsync(walk.Casey.Page, "known-child-sent");
        var manager = await walk.AsAsync("manager");
        await manager.OpenAsync("/staff/connected");
        await LooksRightAsync(manager.Page, "connected");
        Assert.Contains("Casey Demo-Walker", await Answers.TextAsync(manager.Page));
        await manager.OpenAsync($"/staff/connected/{walk.CaseId}");
        Assert.Contains("8 September 2026", await Answers.TextAsync(manager.Page));
        await walk.StaffDoesAsync("manager", "/staff/connected/{case}/contact", ("reached", "yes"));
        await walk.StaffDoesAsync(
            "manager",
            "/staff/connected/{case}/assess",
            ("child", "LCS-20817"),
            ("lives-there", "no")
        );
        Assert.Contains("LCS-20817", await Answers.TextAsync(manager.Page));
        await LooksRightAsync(manager.Page, "connected-case");
    }

    [Fact]
    public async Task An_enquiry_goes_to_a_colleague_while_its_officer_is_away_and_comes_back()
    {
        Host.Clock.Set("2026-09-14 10:00");
        var walk = new RoadWalk(Host, () => PersonAsync());
        await walk.EnquireAsync();
        var (rosa, intake) = (await StaffAsync("recruitment"), await StaffAsync("intake"));
        await walk.StaffDoesAsync(
            "manager",
            "/staff/enquiries/{case}/officer",
            ("officer", rosa.Id.ToString())
        );
        await walk.StaffDoesAsync(
            "manager",
            "/staff/cover/new",
            ("away", $"{Role.RecruitmentOfficer}.{rosa.Id}"),
            ("cover", intake.Id.ToString()),
            ("from", "2026-09-14"),
            ("until", "2026-09-18")
        );
        var manager = await walk.AsAsync("manager");
        await manager.OpenAsync("/staff/cover");
        await LooksRightAsync(manager.Page, "cover");
        Assert.Contains(intake.Name, await Answers.TextAsync(manager.Page));

        await TurnAsync();
        await manager.OpenAsync($"/staff/cases/{walk.CaseId}");
        Assert.Contains(
            $"{intake.Name} covers for {rosa.Name}",
            await Answers.TextAsync(manager.Page)
        );
        await walk.Casey.OpenAsync(await walk.LinkAsync("Casey", "/enquiry/"));
        Assert.Contains(
            $"{intake.Name} looks after your enquiry",
            await Answers.TextAsync(walk.Casey.Page)
        );

        Host.Clock.Set("2026-09-19 10:00");
        await TurnAsync();
        await walk.Casey.OpenAsync(await walk.LinkAsync("Casey", "/enquiry/"));
        Assert.Contains(
            $"{rosa.Name} looks after your enquiry",
            await Answers.TextAsync(walk.Casey.Page)
        );
    }

    private Task<(Guid Id, string Name)> StaffAsync(string name) =>
        Host.InScopeAsync(async services =>
        {
            var account = await services
                .GetRequiredService<FosterDb>()
                .Set<Account>()
                .SingleAsync(a => a.UserName == name + "@foster.example");
            return (account.Id, account.DisplayName);
        });

    /// <summary>What the job does, which this host does not start by itself.</summary>
    private Task TurnAsync() =>
        Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR");
            var actor = services.GetRequiredService<ActorSource>().System(council.Id);
            foreach (
                var id in await db.Set<Cover>()
                    .Where(c => c.State == CoverState.Planned || c.State == CoverState.Running)
                    .Select(c => c.Id)
                    .ToListAsync()
            )
                await services.GetRequiredService<TurnCover>().RunAsync(new(id), actor, default);
        });

    public sealed class OnSqlite(SqliteDemoHost host)
        : DeskWalkTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : DeskWalkTests(host),
            IClassFixture<PostgresDemoHost>;
}
