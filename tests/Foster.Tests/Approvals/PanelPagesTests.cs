using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Applications;
using Xunit;
using static Foster.Tests.Approvals.PanelStage;

namespace Foster.Tests.Approvals;

/// <summary>The road from the agenda to the notice as the people of the demonstration walk it, page by page.</summary>
public abstract class PanelPagesTests(FosterHost host)
{
    private readonly PanelStage stage = new(host);

    [Fact]
    public async Task A_case_goes_from_the_agenda_to_its_notice_by_pages()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        using var adviser = await SignedInAsync(Adviser);

        var page = await (await adviser.GetAsync("/panel/meetings/new"))
            .Form()
            .FillDate("Date of the meeting", 2, 6, 2026)
            .Fill("Starts at", "9:30am")
            .Choose("Where is it?", "At an address")
            .Fill("Address, or how to join", "Room 7")
            .SubmitAsync("Set the meeting");
        Assert.Equal("Panel on Tuesday 2 June 2026", page.Heading);
        Assert.Contains("Tuesday 26 May 2026", page.Text, StringComparison.Ordinal);
        var meeting = page.Path;
        Assert.Contains(
            "Put on an agenda",
            (await adviser.GetAsync("/panel/ready")).Text,
            StringComparison.Ordinal
        );
        page = await (await adviser.GetAsync($"/panel/ready/{caseId}"))
            .Form()
            .Choose("Which meeting?", "Tuesday 2 June 2026 at 9:30am")
            .SubmitAsync("Put it on the agenda");
        var item = page.Path;
        page = await (await adviser.GetAsync(item + "/send-papers"))
            .Form()
            .SubmitAsync("Send the papers");
        Assert.Contains("Papers sent", page.Text, StringComparison.Ordinal);

        await DeclareByPagesAsync(meeting, item);

        host.Clock.Set("2026-06-02 14:00");
        using var again = await SignedInAsync(Adviser);
        page = await again.GetAsync(item + "/recommendation");
        Assert.Contains(
            "Record who came to the meeting first",
            page.Text,
            StringComparison.Ordinal
        );
        page = await (await again.GetAsync(meeting + "/attendance"))
            .Form()
            .Check(
                "Chidi Demo-Chair",
                "Mei Demo-Member",
                "Tess Demo-Vice",
                "Theo Demo-Three",
                "Fern Demo-Four"
            )
            .SubmitAsync("Save who came");
        page = await (await again.GetAsync(item + "/recommendation"))
            .Form()
            .Choose("What does panel recommend?", "That the applicants are approved, with terms")
            .Fill("Panel's reasons", Why)
            .SubmitAsync("Record the recommendation");
        Assert.Equal(item, page.Path);
        Assert.Contains("Approve, with terms", page.Text, StringComparison.Ordinal);
        page = await (await again.GetAsync(item + "/minutes"))
            .Form()
            .Fill("What was said and asked", "The social worker asked about support.")
            .Check("These minutes are final, for the chair to sign")
            .SubmitAsync("Save the minutes");
        using var chair = await SignedInAsync(Chair);
        page = await (await chair.GetAsync(item + "/minutes/sign"))
            .Form()
            .Check("These minutes are accurate, and cover the key issues and the members' views")
            .SubmitAsync("Sign the minutes");
        Assert.Equal(HttpStatusCode.NotFound, (await chair.GetAsync(item + "/papers")).Status);
        page = await (await again.GetAsync(item + "/send-to-decision"))
            .Form()
            .SubmitAsync("Send to the decision maker");

        await DecideByPagesAsync(caseId);

        page = await again.GetAsync("/panel/notices");
        Assert.Contains("due by Thu 4 June 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("due by Tue 9 June 2026", page.Text, StringComparison.Ordinal);
        page = await (await again.GetAsync($"/staff/cases/{caseId}/outcome-told"))
            .Form()
            .SubmitAsync("Record that they were told");
        Assert.Equal("/panel/notices", page.Path);
        page = await (await again.GetAsync($"/panel/notices/{caseId}"))
            .Form()
            .SubmitAsync("Send the notice");
        Assert.Equal("Notices", page.Heading);
        Assert.DoesNotContain(caseId.ToString(), page.Body, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Approved, await stage.StateAsync(caseId));
    }

    private async Task DeclareByPagesAsync(string meeting, string item)
    {
        foreach (var name in Everybody)
        {
            using var member = await SignedInAsync(name);
            Assert.Contains(
                "Declare for",
                (await member.GetAsync("/panel")).Text,
                StringComparison.Ordinal
            );
            var page = await member.GetAsync(item + "/papers");
            Assert.Equal(item + "/declare", page.Path);
            Assert.Contains("Zoë Demo-Hall", page.Text, StringComparison.Ordinal);
            page = await page.Form()
                .Choose("Do you have a conflict of interest in this item?", "No")
                .SubmitAsync("Declare");
            Assert.Equal(item, page.Path);
            page = await member.GetAsync(item + "/papers");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("In confidence.", page.Text, StringComparison.Ordinal);
            Assert.Contains(
                "Declared: no conflict",
                (await member.GetAsync(meeting)).Text,
                StringComparison.Ordinal
            );
        }
    }

    private async Task DecideByPagesAsync(Guid caseId)
    {
        using var maker = await SignedInAsync(DecisionMaker);
        var page = await maker.GetAsync("/decisions");
        Assert.Contains("Approve, with terms", page.Text, StringComparison.Ordinal);
        page = await maker.GetAsync($"/decisions/{caseId}");
        Assert.Contains("Thursday 11 June 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("not available here yet", page.Text, StringComparison.Ordinal);
        Assert.Contains("In confidence.", page.Text, StringComparison.Ordinal);
        page = await maker.GetAsync($"/decisions/{caseId}/approve");
        var bare = await page.Form().SubmitAsync("Approve");
        Assert.Equal(7, bare.ErrorSummary.Count);
        page = await bare.Form()
            .Check(
                "I have read the assessment report",
                "I have read panel's minutes and recommendation",
                "I have read the applicants' observations, or seen that there are none",
                "I have read what the options for review would be"
            )
            .Fill("What evidence do you rely on?", "The report and the minutes")
            .Fill("Your own reasons", Why)
            .Choose("Has another fostering service approved any of them?", "No")
            .SubmitAsync("Approve");
        Assert.Equal($"/decisions/{caseId}", page.Path);
        Assert.Contains("Approved on 2 June 2026", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_in_conflict_finds_neither_item_nor_papers()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        var meeting = await stage.MeetingAsync(new(2026, 6, 11));
        var item = $"/panel/items/{await stage.ListAsync(caseId, meeting)}";
        using var member = await SignedInAsync(Four);
        var page = await (await member.GetAsync(item + "/declare"))
            .Form()
            .Choose(
                "Do you have a conflict of interest in this item?",
                "Yes, I have a conflict of interest"
            )
            .SubmitAsync("Declare");
        Assert.Contains(
            "Say what the conflict of interest is.",
            page.Text,
            StringComparison.Ordinal
        );

        page = await page.Form()
            .Fill("What is the conflict? (optional)", "My cousin")
            .SubmitAsync("Declare");

        Assert.Equal($"/panel/meetings/{meeting.Id}", page.Path);
        Assert.Contains("Not open to you", page.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "", "/papers", "/declare" })
            Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync(item + path)).Status);
    }

    [Fact]
    public async Task The_pages_of_the_adviser_are_closed_to_members_and_to_other_staff()
    {
        using var member = await SignedInAsync(Member);
        foreach (
            var path in new[] { "/panel/list", "/panel/ready", "/panel/notices", "/decisions" }
        )
            Assert.NotEqual(HttpStatusCode.OK, (await member.GetAsync(path)).Status);
        using var manager = await SignedInAsync(Manager);
        Assert.NotEqual(HttpStatusCode.OK, (await manager.GetAsync("/panel")).Status);
    }

    [Fact]
    public async Task The_central_list_and_its_notices_work_by_pages()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var adviser = await SignedInAsync(Adviser);
        var page = await adviser.GetAsync("/panel/list");
        Assert.Contains("Fern Demo-Four", page.Text, StringComparison.Ordinal);
        page = await (await page.FollowAsync("Record notice for Fern Demo-Four"))
            .Form()
            .Choose("Who gave notice?", "The service")
            .SubmitAsync("Record the notice");
        Assert.Contains("at least 20 characters", page.Text, StringComparison.Ordinal);

        page = await page.Form()
            .Choose("Who gave notice?", "The member")
            .SubmitAsync("Record the notice");

        Assert.Contains("15 June 2026", page.Text, StringComparison.Ordinal);
    }

    private async Task<HtmlVisitor> SignedInAsync(string name)
    {
        var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        return visitor;
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : PanelPagesTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : PanelPagesTests(host),
            IClassFixture<PostgresDemoHost>;
}
