using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Carers.Demo;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Browser;

/// <summary>
/// The way out of the road, from everywhere on it: a household that the real operations have brought so far withdraws by
/// pages.
/// </summary>
public abstract class WithdrawalTests(FosterHost host) : BrowserTest(host)
{
    [Theory]
    [InlineData(RoadStage.Enquired)]
    [InlineData(RoadStage.PackSent)]
    [InlineData(RoadStage.Interested)]
    [InlineData(RoadStage.VisitScheduled)]
    [InlineData(RoadStage.Visited)]
    public async Task An_enquirer_can_withdraw_by_the_link_they_were_sent(RoadStage at)
    {
        var road = await BroughtToAsync(at, new(2026, 4, 20));
        var robin = await PersonAsync();
        var link = await LinkAsync(road);

        await robin.DoAsync(link + "/withdraw", Host.Clock.Today);

        Assert.Equal(
            EnquiryState.Withdrawn,
            await AskAsync(db =>
                db.Set<Enquiry>().Where(e => e.CaseId == road.Walk.CaseId).Select(e => e.State)
            )
        );
        await robin.OpenAsync(link);
        await SaysWithdrawnAsync(robin);
    }

    [Theory]
    [InlineData(RoadStage.Drafting)]
    [InlineData(RoadStage.Submitted)]
    [InlineData(RoadStage.DecidedToAssess)]
    [InlineData(RoadStage.Stage1Complete)]
    [InlineData(RoadStage.Stage1Passed)]
    [InlineData(RoadStage.ReportShared)]
    [InlineData(RoadStage.ReadyForPanel)]
    [InlineData(RoadStage.PapersSent)]
    [InlineData(RoadStage.Recommended)]
    [InlineData(RoadStage.AwaitingDecision)]
    public async Task An_applicant_can_withdraw_at_each_stage(RoadStage at)
    {
        var road = await BroughtToAsync(at, new(2025, 9, 22));
        var robin = await PersonAsync();
        await robin.SignInAsync(road.Email, DemoRegion.Password);

        await robin.DoAsync("/apply/withdraw", Host.Clock.Today);

        Assert.Equal(
            ApplicationState.Withdrawn,
            await AskAsync(db =>
                db.Set<Application>().Where(a => a.CaseId == road.Walk.CaseId).Select(a => a.State)
            )
        );
        await robin.OpenAsync("/apply/progress");
        await SaysWithdrawnAsync(robin);
    }

    private async Task<(DemoRoad Walk, string Email)> BroughtToAsync(
        RoadStage stage,
        DateOnly enquired
    )
    {
        var scopes = Host.Services.GetRequiredService<IServiceScopeFactory>();
        var name = Guid.NewGuid().ToString("N")[..8];
        var dates = RoadDates.From(enquired);
        var email = $"robin.{name}@example.org";
        var household = DemoPeople
            .Couple("Robin", "Alex", name, 40, dates.Enquired)
            .Named(email, $"alex.{name}@example.org");
        var staff = await DemoStaff.OfAsync(scopes, "HAR", CancellationToken.None);
        return (await new DemoRoad(scopes, staff, household, dates).ToAsync(stage), email);
    }

    /// <summary>The page that shows where an enquiry stands, by the address in the first message.</summary>
    private async Task<string> LinkAsync((DemoRoad Walk, string Email) road)
    {
        var mails = await Host.Mail.WaitAsync(
            1,
            m => m.IsFor(road.Email) && m.Text.Contains("/enquiry/", StringComparison.Ordinal)
        );
        return new Uri(Host.Address, mails[0].Link("/enquiry/").ToString()).PathAndQuery;
    }

    private Task<T> AskAsync<T>(Func<FosterDb, IQueryable<T>> question) =>
        Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR");
            services.GetRequiredService<CouncilScope>().EnterCouncil(council.Id);
            return await question(db).SingleAsync();
        });

    private static async Task SaysWithdrawnAsync(Person who) =>
        Assert.Contains(
            "withdr",
            await Answers.TextAsync(who.Page),
            StringComparison.OrdinalIgnoreCase
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : WithdrawalTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : WithdrawalTests(host),
            IClassFixture<PostgresDemoHost>;
}
