using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>What an administrator sets up for their own council: contacts, colour and privacy notice.</summary>
public abstract class CouncilTests(FosterHost host)
{
    private readonly CouncilStage stage = new(host);

    private static readonly ChangeContactsInput Good = new(
        "Fostering team",
        "0151 496 0100",
        "Daily",
        "0151 496 0199",
        "team@harbourside.foster.example",
        "1 Example Quay"
    );

    public static TheoryData<Role> EveryRole => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(EveryRole))]
    public async Task Only_an_administrator_changes_anything_R_SOD_07(Role role)
    {
        var results = new List<Result>
        {
            await stage.AsAsync<ChangeContacts>(role, (o, a) => o.RunAsync(Good, a, default)),
            await stage.AsAsync<ChooseAccent>(
                role,
                (o, a) => o.RunAsync(new(Accent.Teal), a, default)
            ),
            await stage.AsAsync<NameHolders>(
                role,
                (o, a) => o.RunAsync(new(Capability.HeadOfService, []), a, default)
            ),
            await stage.AsAsync<AddPrivacyNotice>(
                role,
                (o, a) =>
                    o.RunAsync(
                        new($"{(int)role}-role", "Words", new DateOnly(2099, 1, 1)),
                        a,
                        default
                    )
            ),
            await stage.AsAsync<PutUpLogo>(
                role,
                (o, a) => o.RunAsync(new(LogoTests.Png(10, 10)), a, default)
            ),
            await stage.AsAsync<TakeDownLogo>(role, (o, a) => o.RunAsync(a, default)),
        };

        Assert.All(
            results,
            r => Assert.True(r.Ok == (role == Role.Administrator), $"{role}: {r.Reasons}")
        );
    }

    [Theory]
    [InlineData("manager@foster.example")]
    [InlineData("panel.adviser@foster.example")]
    [InlineData("decision.maker@foster.example")]
    [InlineData("carer@foster.example")]
    public async Task Nobody_else_opens_the_pages(string name)
    {
        using var visitor = host.Visitor();
        await visitor.SignInAsync(name);
        foreach (
            var path in new[]
            {
                "",
                "/contacts",
                "/look",
                "/logo",
                "/privacy",
                "/privacy/new",
                "/duties",
                "/duties/intake-officer",
            }
        )
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await visitor.GetAsync("/admin/council" + path)).Status
            );
    }

    [Fact]
    public async Task Contacts_are_seen_by_everybody_as_soon_as_they_are_saved()
    {
        using var admin = await stage.AdminAsync();
        var other = await stage.CouncilAsync("WES");

        var done = await (await admin.GetAsync("/admin/council/contacts"))
            .Form()
            .Fill("Name of the team", "Harbour & Quay “team” <b>Łódź</b>")
            .Fill("Telephone number", "+44 151 496 0111")
            .Fill("Out-of-hours number", "01514960122")
            .Fill("E-mail address", "team@HARBOURSIDE.foster.example")
            .SubmitAsync();

        Assert.Equal("/admin/council", done.Path);
        Assert.Contains(("Telephone", "0151 496 0111"), done.SummaryRows.Select(Bare));
        using var stranger = host.Visitor();
        var contact = await stranger.GetAsync("/contact");
        Assert.Contains("Harbour & Quay “team” <b>Łódź</b>", contact.Text);
        Assert.Contains("0151 496 0122", contact.Text);
        Assert.Contains("team@harbourside.foster.example", contact.Text);
        using var applicant = host.Visitor();
        await applicant.SignInAsync("applicant@foster.example");
        Assert.Contains(
            "0151 496 0111",
            (await applicant.GetAsync("/apply")).Find("footer").TextContent
        );
        Assert.Equal(other.TeamName, (await stage.CouncilAsync("WES")).TeamName);
        Assert.NotEmpty(await stage.HistoryAsync("council.contacts"));
    }

    [Theory]
    [InlineData("Name of the team", "", "Enter the team’s name")]
    [InlineData("Name of the team", "   ", "Enter the team’s name")]
    [InlineData("Name of the team", "a\u0007b", "cannot be stored")]
    [InlineData("Name of the team", "a\nBcc: somebody@example.com", "cannot be stored")]
    [InlineData("Telephone number", "0151", "Enter a phone number")]
    [InlineData("Telephone number", "0151 496 0100; drop", "Enter a phone number")]
    [InlineData("Out-of-hours number", "", "Enter the out-of-hours number")]
    [InlineData("E-mail address", "a@b.example\r\nBcc: c@d.example", "correct format")]
    [InlineData("E-mail address", "Team <team@example.com>", "correct format")]
    [InlineData("Postal address", "", "Enter the postal address")]
    public async Task Hostile_contacts_are_refused_beside_their_field(
        string field,
        string value,
        string said
    )
    {
        using var admin = await stage.AdminAsync();
        var before = await stage.CouncilAsync();

        var page = await (await admin.GetAsync("/admin/council/contacts"))
            .Form()
            .Fill(field, value)
            .SubmitAsync();

        Assert.Contains(said, Assert.Single(page.ErrorSummary).Text);
        Assert.Equal(before.Version, (await stage.CouncilAsync()).Version);
    }

    [Fact]
    public async Task The_operation_itself_refuses_what_no_page_would_send()
    {
        var wrong = await stage.AsAsync<ChangeContacts>(
            Role.Administrator,
            (o, a) =>
                o.RunAsync(
                    new("a\nb", "nonsense", new string('x', 201), "", "a@b", "  "),
                    a,
                    default
                )
        );

        Assert.Equal(
            ["address", "email", "hours", "out-of-hours", "team", "telephone"],
            wrong.Refusals.Select(r => r.Field).Distinct().Order()
        );
    }

    [Fact]
    public async Task Two_administrators_do_not_overwrite_each_other_unseen()
    {
        await Village.AccountAsync(host, "HAR", "second.admin@foster.example", Role.Administrator);
        using var first = await stage.AdminAsync();
        using var second = await stage.AdminAsync("second.admin@foster.example");
        var slow = (await second.GetAsync("/admin/council/contacts")).Form();
        await (await first.GetAsync("/admin/council/contacts"))
            .Form()
            .Fill("Opening hours", "Weekdays only")
            .SubmitAsync();

        var page = await slow.Fill("Opening hours", "Every day").SubmitAsync();

        Assert.Single(page.ErrorSummary);
        Assert.Contains("“Weekdays only”", page.Text);
        Assert.Contains("“Every day”", page.Text);
        Assert.Equal("Weekdays only", (await stage.CouncilAsync()).OpeningHours);
        Assert.Equal("/admin/council", (await page.Form().SubmitAsync()).Path);
        Assert.Equal("Every day", (await stage.CouncilAsync()).OpeningHours);
    }

    [Fact]
    public async Task The_colour_is_that_of_the_councils_people_and_not_of_others()
    {
        using var admin = await stage.AdminAsync();

        var page = await (await admin.GetAsync("/admin/council/look"))
            .Form()
            .Choose("Which colour?", "Plum")
            .SubmitAsync();

        Assert.Equal("plum", Theme(page));
        using var manager = await stage.AdminAsync("manager@foster.example");
        Assert.Equal("plum", Theme(await manager.GetAsync("/staff")));
        using var other = await stage.AdminAsync("manager@other.foster.example");
        Assert.NotEqual("plum", Theme(await other.GetAsync("/staff")));
        using var stranger = host.Visitor();
        Assert.NotEqual("plum", Theme(await stranger.GetAsync("/")));
        var hostile = await (await admin.GetAsync("/admin/council/look"))
            .Form()
            .Tamper("colour", "\"><script>")
            .SubmitAsync();
        Assert.DoesNotContain("\"><script>", hostile.Body);
    }

    [Fact]
    public async Task Of_privacy_notices_the_one_of_today_is_shown_and_earlier_ones_stay()
    {
        using var admin = await stage.AdminAsync();
        var today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        using var stranger = host.Visitor();
        var before = (await stranger.GetAsync("/privacy?council=HAR")).Text;

        await AddAsync(admin, "next", today.AddDays(1), "Words of tomorrow");
        Assert.DoesNotContain(
            "Words of tomorrow",
            (await stranger.GetAsync("/privacy?council=HAR")).Text
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync("/privacy?council=HAR&version=next")).Status
        );
        var added = await AddAsync(admin, "now", today, "Words <i>of</i> today\n\nSecond part");

        Assert.Equal("/admin/council/privacy", added.Path);
        var shown = await stranger.GetAsync("/privacy?council=HAR");
        Assert.Contains("Words <i>of</i> today", shown.Text);
        Assert.Contains("Version now", shown.Text);
        Assert.Contains("Words <i>of</i> today", (await NoticeOfEnquiryAsync()).PrivacyNotice);
        Assert.Equal("now", (await NoticeOfEnquiryAsync()).PrivacyNoticeVersion);
        var old = await stranger.GetAsync("/privacy?council=HAR&version=2026-1");
        Assert.Contains("no longer valid", old.Text);
        Assert.Contains("We use what you tell us", before);
        Assert.Contains("We use what you tell us", old.Text);
        Assert.DoesNotContain(
            "Words <i>of</i> today",
            (await stranger.GetAsync("/privacy?council=WES")).Text
        );
        Assert.Contains(
            "There is a version",
            Assert.Single((await AddAsync(admin, "NOW", today, "Again")).ErrorSummary).Text
        );
        Assert.Contains(
            "from today or later",
            Assert
                .Single((await AddAsync(admin, "past", today.AddDays(-1), "Past")).ErrorSummary)
                .Text
        );
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains(
            "Words of tomorrow",
            (await stranger.GetAsync("/privacy?council=HAR")).Text
        );
    }

    [Fact]
    public async Task What_is_not_set_up_is_what_the_administrator_reads_first()
    {
        using var admin = await stage.AdminAsync();

        var page = await admin.GetAsync("/admin");

        Assert.Contains("Not set up yet", page.Text);
        foreach (var missing in new[] { "Complaints manager", "Head of service" })
            Assert.Contains(missing, page.Find(".govuk-task-list").TextContent);
        Assert.DoesNotContain("Intake officer", page.Find(".govuk-task-list").TextContent);
        foreach (var link in page.Document.QuerySelectorAll(".govuk-task-list a"))
            Assert.Equal(
                HttpStatusCode.OK,
                (await admin.GetAsync(link.GetAttribute("href")!)).Status
            );
    }

    private Task<Council> NoticeOfEnquiryAsync() =>
        host.InScopeAsync(async s =>
            (
                await Microsoft
                    .Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Foster.Web.Features.Enquiries.CouncilChoice>(
                        s
                    )
                    .AllAsync(default)
            ).Single(c => c.Code == "HAR")
        );

    private static async Task<HtmlPage> AddAsync(
        HtmlVisitor admin,
        string number,
        DateOnly from,
        string text
    ) =>
        await (await admin.GetAsync("/admin/council/privacy/new"))
            .Form()
            .Fill("Name of the version", number)
            .FillDate("From which day is it valid?", from)
            .Fill("Text", text)
            .SubmitAsync();

    private static string? Theme(HtmlPage page) =>
        page.Document.DocumentElement.GetAttribute("data-theme");

    private static (string, string) Bare((string Label, string Value) row) =>
        (row.Label, row.Value.Split('\n')[0].Trim());

    public sealed class OnSqlite(SqliteDemoHost host)
        : CouncilTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : CouncilTests(host),
            IClassFixture<PostgresDemoHost>;
}
