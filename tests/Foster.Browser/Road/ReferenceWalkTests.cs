using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Carers.Demo;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Browser;

/// <summary>A referee who declines and is replaced (R-REF-04), and somebody who moves from another service (R-TRF-03, R-TRF-04).</summary>
public abstract class ReferenceWalkTests(FosterHost host) : BrowserTest(host)
{
    [Fact]
    public async Task A_referee_declines_and_is_replaced_and_the_new_one_answers()
    {
        var (road, email) = await BroughtToAssessmentAsync();
        var assessor = await PersonAsync();
        await assessor.SignInAsync("assessor@foster.example");
        var robin = await PersonAsync();
        await robin.SignInAsync(email, DemoRegion.Password);
        var earlier = await AskAsync(db =>
            db.Set<Referee>()
                .Where(r => r.CaseId == road.CaseId && r.Kind == RefereeKind.Friend)
                .OrderBy(r => r.Id)
                .Select(r => r.Id)
                .FirstAsync()
        );

        var declining = await PersonAsync();
        var theirs = await AskAsync(db =>
            db.Set<Referee>().Where(r => r.Id == earlier).Select(r => r.Email!).SingleAsync()
        );
        var link = await AskedAsync(assessor, road.CaseId, earlier, theirs);
        await declining.OpenAsync(link);
        await declining.PressAsync("I would rather not");
        await declining.SendAsync(Host.Clock.Today);
        await declining.OpenAsync(link);
        Assert.Contains(
            "You would rather not give a reference",
            await Answers.TextAsync(declining.Page)
        );

        await robin.OpenAsync("/apply");
        Assert.Contains(
            "Name another person who can speak for you",
            await Answers.TextAsync(robin.Page)
        );
        var address = $"new-{earlier:N}@example.org";
        await robin.DoAsync(
            $"/apply/referees/{earlier}/replace",
            Host.Clock.Today,
            ("name", "Bo Demo-New"),
            ("kind", "Friend"),
            ("years-known", "9"),
            ("email", address)
        );
        Assert.Contains("Bo Demo-New", await Answers.TextAsync(robin.Page));

        var later = await AskAsync(db =>
            db.Set<Referee>().Where(r => r.ReplacesId == earlier).Select(r => r.Id).SingleAsync()
        );
        var bo = await PersonAsync();
        link = await AskedAsync(assessor, road.CaseId, later, address);
        await bo.OpenAsync(link);
        foreach (var question in ReferenceQuestions.All.Where(q => !q.Optional))
            await bo.DoAsync(
                $"{link}/{question.Key}",
                Host.Clock.Today,
                ("answer", "SECRET-OF-BO: always calm."),
                ("whole", "yes")
            );
        await bo.DoAsync(link + "/check", Host.Clock.Today);
        Assert.Contains("Your reference was sent", await Answers.TextAsync(bo.Page));

        await assessor.OpenAsync($"/staff/assessments/{road.CaseId}/referees/{later}");
        Assert.Contains("SECRET-OF-BO", await Answers.TextAsync(assessor.Page));
        await robin.OpenAsync("/apply/referees");
        var own = await Answers.TextAsync(robin.Page);
        Assert.Contains("They answered on", own);
        Assert.DoesNotContain("SECRET-OF-BO", own);
    }

    [Fact]
    public async Task A_carer_of_another_service_enquires_and_is_on_the_transfer_track()
    {
        Host.Clock.Set("2026-09-07 10:00");
        var walk = new RoadWalk(Host, () => PersonAsync());

        await walk.EnquireAsync("Demo Independent Fostering");

        var manager = await walk.AsAsync("manager");
        await manager.OpenAsync($"/staff/cases/{walk.CaseId}/transfer");
        Assert.Contains("Demo Independent Fostering", await Answers.TextAsync(manager.Page));
        await walk.StaffDoesAsync("manager", "/staff/cases/{case}/transfer/notice");
        Assert.Contains("Meeting about the move", await Answers.TextAsync(manager.Page));
        await walk.StaffDoesAsync(
            "manager",
            "/staff/cases/{case}/transfer/meeting",
            ("attendees", "all")
        );
        await walk.StaffDoesAsync("manager", "/staff/cases/{case}/transfer/end");
        Assert.Contains("End recorded", await Answers.TextAsync(manager.Page));
    }

    private async Task<string> AskedAsync(Person assessor, Guid caseId, Guid referee, string to)
    {
        var before = Host.Mail.To(to).Count;
        await assessor.DoAsync(
            $"/staff/applications/{caseId}/references/{referee}/ask",
            Host.Clock.Today,
            ("route", "Email")
        );
        var mails = await Host.Mail.WaitForAsync(to, before + 1);
        return new Uri(Host.Address, mails[^1].Link("/reference/").ToString()).PathAndQuery;
    }

    private async Task<(DemoRoad Road, string Email)> BroughtToAssessmentAsync()
    {
        var scopes = Host.Services.GetRequiredService<IServiceScopeFactory>();
        var name = Guid.NewGuid().ToString("N")[..8];
        var dates = RoadDates.From(new(2026, 1, 12));
        var email = $"robin.{name}@example.org";
        var household = DemoPeople
            .Couple("Robin", "Alex", name, 40, dates.Enquired)
            .Named(email, $"alex.{name}@example.org");
        var staff = await DemoStaff.OfAsync(scopes, "HAR", CancellationToken.None);
        return (
            await new DemoRoad(scopes, staff, household, dates).ToAsync(RoadStage.DecidedToAssess),
            email
        );
    }

    private Task<T> AskAsync<T>(Func<FosterDb, Task<T>> question) =>
        Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Code == "HAR");
            services.GetRequiredService<CouncilScope>().EnterCouncil(council.Id);
            return await question(db);
        });

    public sealed class OnSqlite(SqliteDemoHost host)
        : ReferenceWalkTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : ReferenceWalkTests(host),
            IClassFixture<PostgresDemoHost>;
}
