using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Approvals;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Foster.Tests.Approvals.PanelStage;

namespace Foster.Tests.Approvals;

/// <summary>R-SOD-08 at panel and on the administrator's page, as the people of the demonstration see it.</summary>
public abstract class RestrictedPanelTests(FosterHost host)
{
    private const string Intake = "intake@foster.example";
    private const string Administrator = "admin@foster.example";
    private readonly PanelStage stage = new(host);

    [Fact]
    public async Task Panel_hears_a_restricted_case_with_the_members_who_are_named()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        await RestrictAsync(caseId, "Fern Demo-Four is a neighbour");
        var meeting = await stage.MeetingAsync(new(2026, 6, 3));
        Assert.False(
            (
                await stage.AsAsync(
                    Adviser,
                    (s, a) =>
                        s.GetRequiredService<PutOnAgenda>()
                            .RunAsync(new(caseId, meeting.Id), a, default)
                )
            ).Ok
        );
        Ok(await NameAsync(caseId, Adviser));
        var item = await stage.ListAsync(caseId, meeting);
        RefusedBy(await stage.SendPapersAsync(item), "R-PANEL-05");
        Assert.Null(await FindAsync(Member, item));

        RefusedBy(await HearAsync(item, Chair, Four), "R-SOD-08");
        Ok(await HearAsync(item, Chair, Member));
        Ok(await stage.SendPapersAsync(item));
        Assert.NotNull(await FindAsync(Member, item));
        Assert.Null(await FindAsync(Three, item));
        // Named after the papers went out, they are told like the others.
        Ok(await HearAsync(item, Chair, Member, Vice, Three));
        Ok(await AddFifthAsync(meeting));
        Ok(await HearAsync(item, Chair, Member, Vice, Three, Fifth));
        Assert.Equal(5, await PapersMailsAsync());
        // In another role the same account sees nothing.
        await stage.GrantAsync(Member, Role.TeamManager);
        Assert.False(
            await stage.AsAsync(
                Member,
                (s, _) =>
                    s.GetRequiredService<FosterDb>().Set<Case>().AnyAsync(c => c.Id == caseId),
                Role.TeamManager
            )
        );

        string[] hearers = [Chair, Member, Vice, Three, Fifth];
        foreach (var name in hearers)
            Ok(await stage.DeclareAsync(name, item));
        host.Clock.Set("2026-06-03 15:00");
        Ok(await stage.AttendAsync(meeting, [.. hearers, Four]));
        Ok(await stage.RecommendAsync(item));
        Assert.False((await HearAsync(item, Chair)).Ok);
        Ok(await stage.WriteAsync(item));
        Ok(await stage.SignAsync(item));

        Assert.Equal(ApplicationState.PanelRecommended, await stage.StateAsync(caseId));
        foreach (var name in hearers)
            Assert.Null(await FindAsync(name, item));
        Ok(await NameAsync(caseId, DecisionMaker));
        Ok(await stage.ToDecisionAsync(item));
        Ok(await stage.ApproveAsync(caseId));
    }

    [Fact]
    public async Task Taken_off_the_agenda_a_restricted_case_closes_to_panel()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        await RestrictAsync(caseId, "A councillor");
        Ok(await NameAsync(caseId, Adviser));
        // An intake officer can name a member too; they see the case at panel and not beside it.
        Ok(await NameAsync(caseId, Member));
        var item = await stage.ListAsync(caseId, await stage.MeetingAsync(new(2026, 6, 4)));
        Assert.NotNull(await FindAsync(Member, item));

        Ok(
            await stage.AsAsync(
                Adviser,
                (s, a) => s.GetRequiredService<TakeOffAgenda>().RunAsync(new(item, Why), a, default)
            )
        );

        Assert.Null(await FindAsync(Member, item));
        Assert.False(
            await stage.LookAsync(db =>
                db.Set<NamedPerson>().AnyAsync(n => n.CaseId == caseId && n.AtPanel)
            )
        );
    }

    [Fact]
    public async Task An_item_is_opened_to_its_hearers_by_pages()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        await RestrictAsync(caseId, "A councillor");
        Ok(await NameAsync(caseId, Adviser));
        var item = await stage.ListAsync(caseId, await stage.MeetingAsync(new(2026, 6, 5)));
        using var adviser = await SignedInAsync(Adviser);

        var page = await adviser.GetAsync($"/panel/items/{item}");
        page = await page.FollowAsync("Name who hears this restricted case");
        page = await page.Form().Check("Mei Demo-Member").SubmitAsync("Save who hears it");

        Assert.Equal($"/panel/items/{item}", page.Path);
        using var member = await SignedInAsync(Member);
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync($"/panel/items/{item}")).Status);
        using var other = await SignedInAsync(Three);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await other.GetAsync($"/panel/items/{item}")).Status
        );
    }

    [Fact]
    public async Task The_administrators_page_shows_reference_and_dates_and_names_a_holder()
    {
        host.Clock.Set("2026-05-15 10:00");
        var made = await EnquireAsync("Imran Demo-Intake and Ines Demo-Deputy are my cousins");
        using var admin = await SignedInAsync(Administrator);

        var page = await (await admin.GetAsync("/admin")).FollowAsync("Restricted cases");
        Assert.Contains(made.Reference, page.Text, StringComparison.Ordinal);
        Assert.Contains("18 May 2026", page.Text, StringComparison.Ordinal);
        page = await page.FollowAsync($"Name somebody for {made.Reference}");
        Assert.DoesNotContain("Demo-Müller", page.Body, StringComparison.Ordinal);
        page = await page.Form().SubmitAsync("Name this person");
        Assert.Contains("Select who holds this case", page.Text, StringComparison.Ordinal);
        page = await page.Form()
            .Fill("Who holds this case?", "Imran Demo-Intake, recruitment officer")
            .SubmitAsync("Name this person");
        Assert.Contains("cannot hold this case", page.Text, StringComparison.Ordinal);
        page = await page.Form()
            .Fill("Who holds this case?", "Maya Demo-Manage, team manager")
            .SubmitAsync("Name this person");
        Assert.Equal("/admin/restricted", page.Path);

        using var manager = await SignedInAsync(Manager);
        page = await manager.GetAsync($"/staff/cases/{made.CaseId}");
        Assert.Contains("Intake officer", page.Text, StringComparison.Ordinal);
        Assert.Contains(made.Reference, (await manager.GetAsync("/staff")).Text);
        page = await manager.GetAsync(CaseLinks.People(made.CaseId));
        Assert.Contains("Name one more person", page.Text, StringComparison.Ordinal);
        foreach (var path in (string[])["/admin/restricted", $"/admin/restricted/{made.CaseId}"])
            Assert.NotEqual(HttpStatusCode.OK, (await manager.GetAsync(path)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await admin.GetAsync($"/admin/restricted/{Guid.CreateVersion7()}")).Status
        );
    }

    private const string Fifth = "supervisor@foster.example";

    /// <summary>The supervising social worker's account sits on panel for this once.</summary>
    private async Task<Result> AddFifthAsync(PanelMeeting meeting)
    {
        await stage.GrantAsync(Fifth, Role.PanelMember);
        var account = await stage.AccountAsync(Fifth);
        return await stage.LookAsync(async db =>
        {
            db.Add(
                new Attendance
                {
                    CouncilId = meeting.CouncilId,
                    MeetingId = meeting.Id,
                    AccountId = account,
                    Capacity = PanelCapacity.Other,
                    IsIndependent = false,
                }
            );
            await db.SaveChangesAsync();
            return Result.Done;
        });
    }

    private Task<SubmittedEnquiry> EnquireAsync(string withWhom) =>
        host.InScopeAsync(async s =>
        {
            var council = await s.GetRequiredService<FosterDb>()
                .Set<Council>()
                .SingleAsync(c => c.IsIntake);
            var made = await s.GetRequiredService<SubmitEnquiry>()
                .RunAsync(
                    new(
                        council.Id,
                        Channel.Web,
                        null,
                        new("Zoë", "Demo-Müller", new(1984, 2, 29), "zoe@foster.example", null),
                        null,
                        null,
                        [],
                        1,
                        [],
                        false,
                        null,
                        null,
                        true,
                        withWhom,
                        "2026-1",
                        null
                    ),
                    s.GetRequiredService<ActorSource>().Anyone(council.Id),
                    default
                );
            return made.Value;
        });

    private Task<int> RestrictAsync(Guid caseId, string connection) =>
        stage.AsAsync(
            Manager,
            async (s, a) =>
            {
                var db = s.GetRequiredService<FosterDb>();
                var found = await db.Set<Case>().SingleAsync(c => c.Id == caseId);
                await s.GetRequiredService<RestrictCase>()
                    .RunAsync(new(found, connection, [connection]), a, default);
                return await db.SaveChangesAsync();
            }
        );

    private async Task<Result> NameAsync(Guid caseId, string whom)
    {
        var account = await stage.AccountAsync(whom);
        return await stage.AsAsync(
            Intake,
            (s, a) =>
                s.GetRequiredService<NamePerson>()
                    .RunAsync(new(caseId, account, "To do their part"), a, default),
            Role.RecruitmentOfficer
        );
    }

    private async Task<Result> HearAsync(Guid item, params string[] names)
    {
        var ids = new List<Guid>();
        foreach (var name in names)
            ids.Add(await stage.AccountAsync(name));
        return await stage.AsAsync(
            Adviser,
            (s, a) => s.GetRequiredService<NameForPanel>().RunAsync(new(item, ids), a, default)
        );
    }

    private Task<ItemPage?> FindAsync(string name, Guid item) =>
        stage.AsAsync(
            name,
            (s, a) => s.GetRequiredService<ItemPageReads>().FindAsync(item, a, default)
        );

    private Task<int> PapersMailsAsync() =>
        stage.LookAsync(db =>
            db.Set<OutboxMessage>()
                .CountAsync(m => m.Kind == "panel.papers" && m.Subject.Contains("3 June 2026"))
        );

    private async Task<HtmlVisitor> SignedInAsync(string name)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : RestrictedPanelTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : RestrictedPanelTests(host),
            IClassFixture<PostgresDemoHost>;
}
