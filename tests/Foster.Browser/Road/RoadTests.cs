using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Carers;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Browser;

/// <summary>The whole road by pages, with everybody at a browser of their own.</summary>
public abstract class RoadTests(FosterHost host) : BrowserTest(host)
{
    [Fact]
    public async Task A_household_walks_from_its_enquiry_to_an_active_approval()
    {
        var road = await StartAsync();
        await road.InterestAsync();
        await road.VisitAsync();
        await road.InviteAsync();
        await road.AccountsAsync();
        await road.ApplyAsync();
        Assert.Equal(ApplicationState.Submitted, await road.StateAsync());
        await road.StaffDoesAsync("manager", "/staff/assessments/{case}/decision");
        await road.Stage1Async();
        Assert.Equal(ApplicationState.Stage1Complete, await road.StateAsync());
        await road.PassStage1Async();
        await road.StaffDoesAsync("manager", "/staff/assessments/{case}/stage-2");
        await road.ReportAsync();
        await road.ObserveAsync();
        var panel = new PanelWalk(road, Host);
        await panel.ListAsync();
        await panel.HearAsync();
        Assert.Equal(ApplicationState.PanelRecommended, await road.StateAsync());
        await panel.SendToDecisionAsync();
        await panel.ApproveAsync();
        Assert.Equal(ApplicationState.Approved, await road.StateAsync());
        await panel.ActivateAsync();
        Assert.All(
            await road.AskAsync(db =>
                db.Set<CarerApproval>()
                    .Where(c => c.CaseId == road.CaseId)
                    .Select(c => c.State)
                    .ToListAsync()
            ),
            state => Assert.Equal(ApprovalState.Active, state)
        );
        await TheCarerSeesWhoSupportsThem(road);
        await EveryActStandsOnTheTimeline(road);
    }

    private async Task<RoadWalk> StartAsync()
    {
        Host.Clock.Set("2026-09-07 10:00");
        var road = new RoadWalk(Host, () => PersonAsync());
        await road.EnquireAsync();
        return road;
    }

    private static async Task TheCarerSeesWhoSupportsThem(RoadWalk road)
    {
        await road.Casey.OpenAsync("/carer");
        var text = await Answers.TextAsync(road.Casey.Page);
        Assert.Contains("Sam Demo-Support", text, StringComparison.Ordinal);
        Assert.Contains("0151 496 0199", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unannounced", text, StringComparison.OrdinalIgnoreCase);
        await AxeClean(road.Casey.Page);
        await FitsAt320(road.Casey.Page);
    }

    private static async Task EveryActStandsOnTheTimeline(RoadWalk road)
    {
        var manager = await road.AsAsync("manager");
        await manager.OpenAsync($"/staff/cases/{road.CaseId}");
        var text = await Answers.TextAsync(manager.Page);
        Assert.Contains("T-CAR-02", text, StringComparison.Ordinal);
        Assert.Contains("decision maker", text, StringComparison.OrdinalIgnoreCase);
        await AxeClean(manager.Page);
        await FitsAt320(manager.Page);
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : RoadTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : RoadTests(host),
            IClassFixture<PostgresDemoHost>;
}
