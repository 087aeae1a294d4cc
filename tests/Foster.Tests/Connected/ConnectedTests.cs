using System.Net;
using Foster.TestKit;
using Foster.Tests.Enquiries;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Connected;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Connected;

/// <summary>R-ENQ-11: an enquiry about a child whom they know goes to a case of its own. The clock stands on Friday 15 May 2026.</summary>
public abstract class ConnectedTests(FosterHost host)
{
    private const string Reasons = "They would gladly foster any child who needs a home.";

    [Fact]
    public async Task R_ENQ_11_a_known_child_opens_a_linked_case_that_the_team_manager_owns_within_one_working_day()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync(Known(desk));
        var referral = await OfAsync(desk, sent.CaseId);

        Assert.Equal(EnquiryState.ReroutedConnected, (await desk.EnquiryAsync(sent.CaseId)).State);
        var due = await desk.DeadlineAsync(referral.CaseId, DeadlineRules.ConnectedContact);
        Assert.Equal(
            (new DateOnly(2026, 5, 18), nameof(Role.TeamManager), DeadlineStatus.Open),
            (due.DueOn, due.HolderRole, due.Status)
        );
        // Whoever enquires is promised the same day as everybody, and recruitment has nothing due.
        Assert.Equal(due.DueOn, sent.ContactDueOn);
        Assert.Equal(
            DeadlineStatus.Cancelled,
            (await desk.DeadlineAsync(sent.CaseId, DeadlineRules.FirstContact)).Status
        );
        var (first, linked) = await desk.ReadAsync(async db =>
            (
                await db.Set<Case>().SingleAsync(c => c.Id == sent.CaseId),
                await db.Set<Case>().SingleAsync(c => c.Id == referral.CaseId)
            )
        );
        Assert.Equal(first.Id, linked.PreviousCaseId);
        Assert.NotEqual(first.HouseholdId, linked.HouseholdId);
        Assert.NotNull(first.ClosedOn);
        Assert.Null(linked.ClosedOn);
        var people = await desk.AsAsync(
            DeskStage.Manager,
            (s, _) => s.GetRequiredService<CaseReads>().PeopleAsync(linked.Id, default)
        );
        Assert.Equal(["Zoë Demo-Müller", "Kit Demo-Müller"], people.Select(p => p.FullName));
        Assert.Equal("Son or daughter", people[1].Relationship);
    }

    [Fact]
    public async Task It_is_called_decided_and_ended_with_reasons()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var id = (await OfAsync(desk, (await desk.EnquireAsync(Known(desk))).CaseId)).CaseId;
        var early = await ContactAsync(desk, id, new DateOnly(2026, 5, 14));
        Assert.Contains("before they asked", early.Reasons);
        Assert.True((await ContactAsync(desk, id, new DateOnly(2026, 5, 15), false)).Ok);
        Assert.Equal(
            DeadlineStatus.Open,
            (await desk.DeadlineAsync(id, DeadlineRules.ConnectedContact)).Status
        );
        Assert.True((await ContactAsync(desk, id, new DateOnly(2026, 5, 15))).Ok);
        Assert.Equal(
            DeadlineStatus.Met,
            (await desk.DeadlineAsync(id, DeadlineRules.ConnectedContact)).Status
        );
        Assert.Contains("Never a name", (await GoOnAsync(desk, id, "Mia")).Reasons);
        Assert.True((await GoOnAsync(desk, id, "lcs-20817")).Ok);
        Assert.Equal("LCS-20817", (await FindAsync(desk, id)).ChildReference);

        var refused = await EndAsync(desk, id, "too short");
        Assert.Equal(
            ("R-VAL-06", "reasons"),
            (refused.Refusals[0].RuleId, refused.Refusals[0].Field)
        );
        Assert.True((await EndAsync(desk, id, Reasons)).Ok);
        Assert.Equal(
            (ConnectedState.Ended, new DateOnly(2026, 5, 15)),
            ((await FindAsync(desk, id)).State, (await FindAsync(desk, id)).EndedOn)
        );
    }

    [Fact]
    public async Task R_ENQ_11_it_goes_back_to_general_recruitment_with_a_clock_of_its_own()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync(Known(desk));
        var id = (await OfAsync(desk, sent.CaseId)).CaseId;
        var returned = await desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<ReturnToRecruitment>()
                    .RunAsync(new(id, Reasons), actor, default)
        );

        Assert.True(returned.Ok, returned.Reasons);
        var enquiry = await desk.EnquiryAsync(sent.CaseId);
        Assert.Equal(
            (EnquiryState.Received, true, null, new DateOnly(2026, 5, 18)),
            (enquiry.State, enquiry.IsOpen, enquiry.ClosedOn, enquiry.NextDueOn)
        );
        Assert.Equal(ConnectedState.Returned, (await FindAsync(desk, id)).State);
        var cases = await desk.ReadAsync(db =>
            db.Set<Case>()
                .Where(c => c.Id == id || c.Id == sent.CaseId)
                .ToDictionaryAsync(c => c.Id, c => c.ClosedOn)
        );
        Assert.Null(cases[sent.CaseId]);
        Assert.NotNull(cases[id]);

        // The child comes up after all: a second linked case, due from the day on which it was said.
        host.Clock.Set("2026-05-20 10:00");
        var closed = await RerouteAsync(desk, sent.CaseId);
        Assert.True(closed.Ok, closed.Reasons);
        var second = await desk.ReadAsync(db =>
            db.Set<ConnectedReferral>()
                .SingleAsync(r => r.EnquiryCaseId == sent.CaseId && r.CaseId != id)
        );
        var due = await desk.DeadlineAsync(second.CaseId, DeadlineRules.ConnectedContact);
        Assert.Equal(
            (new DateOnly(2026, 5, 20), new DateOnly(2026, 5, 21)),
            (second.OpenedOn, due.DueOn)
        );
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task Recruitment_moves_an_enquiry_over_when_the_child_comes_up_later()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync(desk.Input());
        var closed = await RerouteAsync(desk, sent.CaseId);

        Assert.True(closed.Ok, closed.Reasons);
        Assert.Equal(ConnectedState.New, (await OfAsync(desk, sent.CaseId)).State);
    }

    private static Task<Result> RerouteAsync(DeskStage desk, Guid caseId) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<CloseEnquiry>()
                    .RunAsync(new(caseId, Closing.ReroutedConnected, null, Reasons), actor, default)
        );

    [Fact]
    public async Task R_ENQ_13_a_connection_closes_the_linked_case_as_well_and_the_intake_officers_keep_its_clock()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync(
            Known(desk) with
            {
                Connected = true,
                ConnectionWithWhom = "A councillor, Ms Demo-Ward",
            }
        );
        var referral = await OfAsync(desk, sent.CaseId);

        Assert.Equal(
            nameof(Capability.IntakeOfficer),
            (await desk.DeadlineAsync(referral.CaseId, DeadlineRules.ConnectedContact)).HolderRole
        );
        foreach (
            var (name, sees) in new[]
            {
                (DeskStage.Manager, false),
                (DeskStage.Officer, false),
                (DeskStage.Intake, true),
            }
        )
            Assert.Equal(
                sees,
                await desk.AsAsync(
                    name,
                    async (s, actor) =>
                    {
                        var reads = s.GetRequiredService<ConnectedReads>();
                        var page = await reads.PageAsync(ConnectedFilter.Open, null, default);
                        var found = await reads.FindAsync(referral.CaseId, actor, default);
                        Assert.Equal(found is null, page.Items.Count == 0);
                        return found is not null;
                    }
                )
            );
        var named = await desk.AsAsync(
            DeskStage.Intake,
            (s, actor) =>
                s.GetRequiredService<NamePerson>()
                    .RunAsync(
                        new(referral.CaseId, desk.IdOf(DeskStage.Manager), Reasons),
                        actor,
                        default
                    )
        );
        Assert.True(named.Ok, named.Reasons);
        Assert.Equal(
            nameof(Role.TeamManager),
            (await desk.DeadlineAsync(referral.CaseId, DeadlineRules.ConnectedContact)).HolderRole
        );
    }

    [Fact]
    public async Task The_pages_lead_the_team_manager_from_the_list_to_the_decision()
    {
        using var manager = host.Visitor();
        await manager.SignInAsync("manager@foster.example");
        var page = await manager.GetAsync(ConnectedLinks.List);
        page = await page.FollowAsync("Greta Willow");
        Assert.Contains("R-ENQ-11", page.Text, StringComparison.Ordinal);
        page = await page.FollowAsync("Log a contact with the family");
        var empty = await page.Form("main form").SubmitAsync();
        Assert.Contains("Select yes if you spoke with them", empty.Text, StringComparison.Ordinal);
        page = await page.Form("main form")
            .Choose("Did you speak with them?", "Yes")
            .Fill("What came of it?", "She would like her grandchild with her.")
            .SubmitAsync();
        Assert.Contains("The contact is logged.", page.Text, StringComparison.Ordinal);
        page = await page.FollowAsync("Go on: assess them for this child");
        page = await page.Form("main form")
            .Fill("Reference of the child", "Mia")
            .Choose("Does the child live with them already?", "No")
            .SubmitAsync();
        Assert.Contains("Never a name", page.Text, StringComparison.Ordinal);
        page = await page.Form("main form")
            .Fill("Reference of the child", "LCS-20817")
            .SubmitAsync();
        Assert.Contains(
            "LCS-20817, does not live with them yet",
            page.Text,
            StringComparison.Ordinal
        );
        page = await manager.GetAsync(ConnectedLinks.Show(ConnectedFilter.Assessing));
        Assert.Contains("Greta Willow", page.Text, StringComparison.Ordinal);

        using var other = host.Visitor();
        await other.SignInAsync("manager@other.foster.example");
        var id = page
            .Links.First(l =>
                l.PathName.StartsWith(ConnectedLinks.List + "/", StringComparison.Ordinal)
            )
            .PathName;
        foreach (var end in (string[])["", "/contact", "/assess", "/return", "/end"])
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(id + end)).Status);
    }

    private static SubmitEnquiryInput Known(DeskStage desk) =>
        desk.Input() with
        {
            KnowsChild = true,
            Household =
            [
                new("Kit", "Demo-Müller", new DateOnly(2015, 6, 1), null, null, "Son or daughter"),
            ],
        };

    private static Task<ConnectedReferral> OfAsync(DeskStage desk, Guid enquiryCase) =>
        desk.ReadAsync(db =>
            db.Set<ConnectedReferral>()
                .AsNoTracking()
                .SingleAsync(r => r.EnquiryCaseId == enquiryCase)
        );

    private static Task<ConnectedReferral> FindAsync(DeskStage desk, Guid caseId) =>
        desk.ReadAsync(db =>
            db.Set<ConnectedReferral>().AsNoTracking().SingleAsync(r => r.CaseId == caseId)
        );

    private static Task<Result> ContactAsync(
        DeskStage desk,
        Guid id,
        DateOnly on,
        bool reached = true
    ) =>
        desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<LogConnectedContact>()
                    .RunAsync(new(id, on, reached, "They would like to."), actor, default)
        );

    private static Task<Result> GoOnAsync(DeskStage desk, Guid id, string child) =>
        desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<GoOnConnected>()
                    .RunAsync(new(id, child, false), actor, default)
        );

    private static Task<Result> EndAsync(DeskStage desk, Guid id, string reasons) =>
        desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<EndConnected>()
                    .RunAsync(new(id, ConnectedEnd.OtherPlan, reasons), actor, default)
        );

    public sealed class OnSqlite(SqliteDemoHost on)
        : ConnectedTests(on),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost on)
        : ConnectedTests(on),
            IClassFixture<PostgresDemoHost>;
}
