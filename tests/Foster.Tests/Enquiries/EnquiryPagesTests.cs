using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries;

public abstract class EnquiryPagesTests(FosterHost host)
{
    private const string Connection =
        "Is anybody in the household connected with staff, a councillor or a panel member?";

    [Fact]
    public async Task A_call_that_is_sent_twice_is_stored_once_and_found_without_its_accents()
    {
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var page = await officer.GetAsync("/staff/enquiries/new");
        var form = Filled(page.Form(), "Zoë", "Demo-Ångström");

        var first = await form.SubmitAsync("Record this enquiry");
        var second = await form.SubmitAsync("Record this enquiry");

        Assert.Equal("Zoë Demo-Ångström", first.Heading);
        Assert.Equal(first.Path, second.Path);
        Assert.Contains("First contact is due by", first.Notification);
        Assert.Contains("Why this date?", first.Text);
        foreach (var text in new[] { "zoe", "demo-angstrom", "ZOË DEMO" })
        {
            var found = await officer.GetAsync($"/staff/enquiries?q={Uri.EscapeDataString(text)}");
            Assert.Single(found.Links, l => l.GetAttribute("href") == first.Path);
        }
        var reference = first.Title.Split(' ')[1];
        var exact = await officer.GetAsync($"/staff/enquiries?q={reference.ToLowerInvariant()}");
        Assert.Single(exact.Links, l => l.GetAttribute("href") == first.Path);
    }

    [Fact]
    public async Task A_call_and_a_contact_written_down_in_two_windows_are_stored_once_and_the_page_says_so()
    {
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var forms = new List<HtmlForm>();
        for (var i = 0; i < 2; i++)
            forms.Add(
                Filled(
                    (await officer.GetAsync("/staff/enquiries/new")).Form(),
                    "Tilda",
                    "Demo-Twice"
                )
            );

        var first = await forms[0].SubmitAsync("Record this enquiry");
        var second = await forms[1].SubmitAsync("Record this enquiry");

        Assert.Equal(first.Path, second.Path);
        Assert.Contains("You had recorded this enquiry already", second.Notification);
        forms.Clear();
        for (var i = 0; i < 2; i++)
            forms.Add(
                (await officer.GetAsync(first.Path + "/contact"))
                    .Form()
                    .Choose("Did you speak with them?", "No, this was an attempt")
                    .Choose("How?", "Telephone")
                    .Fill("outcome", "Rang out, left word")
            );
        var once = await forms[0].SubmitAsync();
        var again = await forms[1].SubmitAsync();
        Assert.Contains("The contact is logged", once.Notification);
        Assert.Contains("You had logged this contact already", again.Notification);
        Assert.Equal(2, again.Text.Split("Rang out, left word").Length);
        // R-ENQ-15: one day of three, and no page says that three attempts were made.
        Assert.Contains("Tried on 1 of 3 different days", again.Text);
        Assert.DoesNotContain("Three attempts made", again.Text);
    }

    [Fact]
    public async Task Back_after_sending_other_answers_are_shown_what_was_sent_and_can_begin_another()
    {
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var form = Filled(
            (await officer.GetAsync("/staff/enquiries/new")).Form(),
            "Una",
            "Demo-Back"
        );
        var first = await form.SubmitAsync("Record this enquiry");
        var reference = first.Title.Split(' ')[1];

        var told = await form.Fill("given-name", "Ursula").SubmitAsync("Record this enquiry");

        Assert.Equal("Already sent", told.Heading);
        Assert.Contains(reference, told.Text);
        Assert.Contains(told.SummaryRows, r => r.Value == "Una");
        Assert.Equal("Ursula", Assert.Single(told.SummaryRows, r => r.Value == "Ursula").Value);
        Assert.Equal(
            first.Address.AbsolutePath,
            (await told.FollowAsync("See what was sent and correct it")).Path
        );

        var anew = await told.Form().SubmitAsync("Start another");

        Assert.Equal("/staff/enquiries/new", anew.Path);
        Assert.Empty(anew.ErrorSummary);
        Assert.Equal("Ursula", anew.Form().Value("given-name"));
        Assert.Equal("Demo-Back", anew.Form().Value("family-name"));
        var second = await anew.Form().SubmitAsync("Record this enquiry");
        Assert.Equal("Ursula Demo-Back", second.Heading);
        Assert.NotEqual(first.Path, second.Path);
    }

    [Fact]
    public async Task Wrong_answers_stay_and_each_has_its_message()
    {
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var page = await officer.GetAsync("/staff/enquiries/new");

        var again = await page.Form()
            .Fill("given-name", "Chloë <b>")
            .Fill("email", "nobody@")
            .Fill("postcode", "XX")
            .Fill("date-of-birth-day", "31")
            .Fill("date-of-birth-month", "2")
            .Fill("date-of-birth-year", "1980")
            .SubmitAsync("Record this enquiry");

        Assert.StartsWith("Error: ", again.Title);
        var fields = again.ErrorSummary.Select(e => e.Field).ToList();
        foreach (
            var field in new[]
            {
                "channel",
                "family-name",
                "date-of-birth-day",
                "email",
                "postcode",
                "connected",
                "consent",
            }
        )
            Assert.Contains(field, fields);
        Assert.Equal("Chloë <b>", again.Form().Value("given-name"));
        Assert.Equal("nobody@", again.Form().Value("email"));
        Assert.Equal("31", again.Form().Value("date-of-birth-day"));
    }

    [Fact]
    public async Task A_partner_of_whom_only_half_is_written_is_asked_for_and_nothing_is_stored()
    {
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var page = await officer.GetAsync("/staff/enquiries/new");

        var again = await Filled(page.Form(), "Half", "Demo-Half")
            .Fill("partner-email", "partner@foster.example")
            .SubmitAsync("Record this enquiry");

        Assert.Equal(
            ["partner-given-name", "partner-family-name"],
            again.ErrorSummary.Select(e => e.Field)
        );
        var found = await officer.GetAsync("/staff/enquiries?q=demo-half");
        Assert.Contains("No enquiry fits", found.Text);
    }

    [Fact]
    public async Task R_ENQ_13_a_connection_closes_the_record_to_the_officer_who_wrote_it()
    {
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var page = await officer.GetAsync("/staff/enquiries/new");

        var after = await Filled(page.Form(), "Connie", "Demo-Councillor")
            .Choose(Connection, "Yes")
            .SubmitAsync("Record this enquiry");

        Assert.StartsWith("/staff/enquiries", after.Path);
        Assert.Contains("restricted", after.Notification);
        var search = await officer.GetAsync("/staff/enquiries?q=connie");
        Assert.Contains("No enquiry fits", search.Text);
        using var intake = host.Visitor();
        await intake.SignInAsync("intake@foster.example");
        var found = await intake.GetAsync("/staff/enquiries?q=connie");
        Assert.Contains("Restricted", found.Text);
        var opened = await found.FollowAsync("Connie Demo-Councillor");
        Assert.Equal(HttpStatusCode.OK, opened.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(opened.Path)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await officer.GetAsync(opened.Path + "/contact")).Status
        );
    }

    [Fact]
    public async Task The_desk_walks_from_call_to_invitation_by_pages()
    {
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var page = await officer.GetAsync("/staff/enquiries/new");
        page = await Filled(page.Form(), "Wanda", "Demo-Walker").SubmitAsync();
        var home = page.Path;

        page = await page.FollowAsync("Log a contact or an attempt");
        page = await page.Form()
            .Choose("Did you speak with them?", "Yes")
            .Choose("How?", "Telephone")
            .Fill("outcome", "Wants the pack")
            .SubmitAsync();
        page = await page.FollowAsync("Record the information pack");
        page = await page.Form()
            .Choose("How does it go?", "By post")
            .SubmitAsync("Record the pack");
        Assert.Contains("Pack 2026-03, sent", page.Text); // T-ENQ-02
        page = await page.FollowAsync("Record an expression of interest for them");
        page = await page.Form()
            .Fill("motivation", "Room and time")
            .Fill("experience", "Two nieces")
            .Fill("work", "Part time")
            .Choose(Connection, "No")
            .Check("They read or heard the privacy notice")
            .SubmitAsync();
        page = await page.FollowAsync("Name the assessor for the visit");
        page = await page.Form().Choose("Who visits?", "Asha Demo-Assess").SubmitAsync();
        page = await page.FollowAsync("Arrange the visit");
        page = await page.Form()
            .FillDate("Date of the visit", host.Clock.Today)
            .Fill("time", "4pm")
            .SubmitAsync();
        Assert.Contains("The visit is arranged", page.Notification);
        page = await page.FollowAsync("Move the visit");
        page = await page.Form()
            .FillDate("Date of the visit", host.Clock.Today.AddDays(30))
            .Fill("time", "3am")
            .SubmitAsync();
        Assert.Equal("time", Assert.Single(page.ErrorSummary).Field);
        Assert.Contains("Did you mean 3pm?", page.Text);
        page = await page.Form().Fill("time", "3pm").SubmitAsync();
        Assert.Contains("The visit is moved", page.Notification);
        Assert.Contains("the day by which it is due", page.Notification);
        page = await page.FollowAsync("Move the visit");
        page = await page.Form()
            .FillDate("Date of the visit", host.Clock.Today)
            .Fill("time", "4pm")
            .SubmitAsync();

        using var assessor = host.Visitor();
        await assessor.SignInAsync("assessor@foster.example");
        page = await assessor.GetAsync(home);
        page = await page.FollowAsync("Record the visit");
        page = await page.Form()
            .Choose("Did you view the home?", "Yes")
            .Choose("Did you view the bedroom for a child?", "Yes")
            .Fill("note", "A warm home; invite")
            .SubmitAsync();

        using var manager = host.Visitor();
        await manager.SignInAsync("manager@foster.example");
        page = await manager.GetAsync(home);
        page = await page.FollowAsync("Decide the outcome of the visit");
        page = await page.Form()
            .Choose("What is the outcome?", "Invite them to apply")
            .Fill("reasons", "A settled home with time for a child")
            .SubmitAsync("Continue");
        Assert.Contains("Why we make each check", page.Text); // R-APP-04
        Assert.DoesNotContain("Main reason", page.Text);
        page = await page.Form().SubmitAsync("Issue the letter and invite");
        Assert.Contains("Invited to apply", page.Text);
        Assert.Equal(home, page.Path);
    }

    [Theory]
    [InlineData("supervisor@foster.example", "/staff/enquiries", 403)]
    [InlineData("assessor@foster.example", "/staff/enquiries/new", 403)]
    [InlineData("panel.adviser@foster.example", "/staff/enquiries", 403)]
    [InlineData("panel.adviser@foster.example", "/staff/letters", 200)]
    [InlineData("assessor@foster.example", "/staff/letters", 403)]
    [InlineData("manager@foster.example", "/staff/enquiries/new", 200)]
    public async Task Each_page_is_for_its_roles(string name, string address, int status)
    {
        using var visitor = host.Visitor();
        await visitor.SignInAsync(name);

        Assert.Equal(status, (int)(await visitor.GetAsync(address)).Status);
    }

    [Fact]
    public async Task Another_council_and_an_unknown_record_answer_with_the_same_page()
    {
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var page = await officer.GetAsync("/staff/enquiries/new");
        page = await Filled(page.Form(), "Olive", "Demo-Other").SubmitAsync();
        using var other = host.Visitor();
        await other.SignInAsync("manager@other.foster.example");

        var theirs = await other.GetAsync(page.Path);
        var unknown = await other.GetAsync($"/staff/enquiries/{Guid.NewGuid()}");

        Assert.Equal(HttpStatusCode.NotFound, theirs.Status);
        Assert.Equal((unknown.Status, unknown.Heading), (theirs.Status, theirs.Heading));
    }

    [Fact]
    public async Task A_declined_enquirer_without_email_gets_a_letter_that_is_printed_and_marked_as_posted()
    {
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var page = await officer.GetAsync("/staff/enquiries/new");
        page = await Filled(page.Form(), "Della", "Demo-Letter").SubmitAsync();
        using var manager = host.Visitor();
        await manager.SignInAsync("manager@foster.example");
        page = await manager.GetAsync(page.Path + "/close");
        page = await page.Form()
            .Choose("Why is it closed?", "We decline it")
            .Choose("Main reason, if you decline (optional)", "Time to look after a child")
            .Fill("reasons", "You told us that there is no time for a child at present.")
            .Fill("What lies behind it? (optional)", "Their circumstances, not money (AW3)")
            .SubmitAsync("Continue");
        Assert.Contains("not money (AW3)", page.Text);
        Assert.Contains("Dear Della", page.Text); // read before it goes out (R-ENQ-08)
        Assert.Contains("you can complain", page.Text);
        page = await page.Form().SubmitAsync("Change what you wrote");
        Assert.Equal(
            "You told us that there is no time for a child at present.",
            page.Form().Value("reasons")
        );
        page = await page.Form().SubmitAsync("Continue");
        page = await page.Form().SubmitAsync("Issue the letter and close");
        Assert.Contains("Declined", page.Text);

        var list = await officer.GetAsync("/staff/letters");
        var letter = await list.FollowAsync("Della Demo-Letter");
        Assert.Contains("no time for a child at present", letter.Text);
        Assert.Contains("4 Example Road", letter.Text);
        page = await letter.FollowAsync("Mark as posted");
        page = await page.Form().SubmitAsync("Mark as posted");

        Assert.Equal("/staff/letters", page.Path);
        Assert.DoesNotContain("Della", page.Text);
        Assert.Contains("Posted on", (await officer.GetAsync(letter.Path)).Body);
    }

    [Fact]
    public async Task The_queue_pages_by_what_is_due_without_losing_or_repeating_a_line()
    {
        var desk = await new DeskStage(host).OpenAsync();
        for (var i = 0; i < 60; i++)
            await desk.EnquireAsync(
                desk.Input(
                    DeskStage.Zoe with
                    {
                        FamilyName = $"Demo-{i}",
                        Email = null,
                        Telephone = "+441514960900",
                    }
                )
            );

        var seen = await desk.AsAsync(
            DeskStage.Officer,
            async (s, actor) =>
            {
                var reads = s.GetRequiredService<EnquiryQueueReads>();
                var lines = new List<QueueLine>();
                QueuePlace? place = null;
                do
                {
                    var found = await reads.PageAsync(
                        new(null, Channel.Web, DueWithin.Week, false, null),
                        QueuePlace.Read(place?.ToString()),
                        actor,
                        default
                    );
                    lines.AddRange(found.Lines);
                    place = found.Next;
                } while (place is not null);
                return lines;
            }
        );

        Assert.Equal(60, seen.Select(l => l.CaseId).Distinct().Count());
        Assert.Equal(60, seen.Count);
        Assert.Equal(seen.Select(l => l.DueOn).Order(), seen.Select(l => l.DueOn));
    }

    private static HtmlForm Filled(HtmlForm form, string given, string family) =>
        form.Choose("How did it come?", "Telephone")
            .Fill("given-name", given)
            .Fill("family-name", family)
            .Fill("telephone", "0151 496 0900")
            .Fill("address", "4 Example Road")
            .Fill("postcode", "ch411aa")
            .Choose("Do they ask about a child they already know?", "No")
            .Choose(Connection, "No")
            .Check("They agreed that we write this down");

    public sealed class OnSqlite(SqliteDemoHost on)
        : EnquiryPagesTests(on),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost on)
        : EnquiryPagesTests(on),
            IClassFixture<PostgresDemoHost>;
}
