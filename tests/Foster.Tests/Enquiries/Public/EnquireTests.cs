using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Public;

/// <summary>The public enquiry, walked without JavaScript (§2.2, R-ENQ-02, R-ENQ-03, R-ENQ-13, R-ELIG-01, R-ELIG-03).</summary>
public abstract class EnquireTests(FosterHost host)
{
    private EnquiryWalk Somebody() => new(host.Visitor());

    [Fact]
    public async Task X_01_an_enquiry_of_Friday_evening_is_promised_a_call_on_Tuesday_after_the_bank_holiday()
    {
        host.Clock.Set("2026-05-22 18:05");
        var address = Mailbox();

        var page = await Somebody()
            .Answer("contact", f => Reach(f, address, "07700 900 982"))
            .SendAsync();

        Assert.Equal("/enquire/sent", page.Path);
        Assert.Equal("Enquiry sent", page.Heading);
        Assert.Contains("We will call you by Tuesday 26 May 2026", page.Text);
        Assert.Contains("Within 1 working day of the day the enquiry arrived", page.Text);
        Assert.DoesNotContain("R-ENQ-02", page.Text);
        Assert.Contains("Westmoor fostering team", page.Text);
        Assert.Contains("0151 496 0300", page.Text);
        Assert.Contains("8.30am to 4.30pm", page.Text);
        Assert.Contains(page.Links, l => l.GetAttribute("href") == "/contact");
        var reference = EnquiryWalk.ReferenceOf(page);
        Assert.Matches("^WES-[2-9A-Z]{4}-[2-9A-Z]{4}$", reference);
        Assert.DoesNotContain("Ann", page.Title + page.Path);
        var mail = Assert.Single(await host.Mail.WaitForAsync(address));
        Assert.Contains(reference, mail.Text);
        Assert.Contains("Tuesday 26 May 2026", mail.Text);
    }

    [Fact]
    public async Task Every_question_is_asked_once_and_each_page_has_its_own_title_and_a_way_back()
    {
        var visitor = host.Visitor();
        var walk = new EnquiryWalk(visitor)
            .WithPartner()
            .Answer("household", f => f.Choose("Does anyone else live with you?", "Yes"))
            .Answer("connection", f => f.Choose(EnquiryWalk.Connection, "Yes"));
        await walk.ToAsync();

        Assert.Equal(
            [
                "name",
                "date-of-birth",
                "contact",
                "together",
                "partner-name",
                "partner-date-of-birth",
                "partner-email",
                "address",
                "council",
                "household",
                "people/1",
                "people",
                "spare-rooms",
                "interests",
                "child",
                "fosters-now",
                "when-to-call",
                "how-heard",
                "connection",
                "connected-with",
                "access-needs",
                "privacy",
            ],
            walk.Asked
        );
        var titles = new List<string>();
        foreach (var slug in walk.Asked.Append("check"))
        {
            var page = await visitor.GetAsync("/enquire/" + slug);
            titles.Add(page.Title);
            Assert.True(page.Has(".govuk-back-link"), slug);
            Assert.NotEqual("", page.Heading);
            Assert.Equal("no-store", page.Headers["Cache-Control"]);
        }

        Assert.Equal(titles.Count, titles.Distinct().Count());
    }

    [Fact]
    public async Task What_was_sent_is_stored_as_it_was_typed_and_the_answers_are_gone_from_the_draft()
    {
        var walk = Somebody()
            .WithPartner()
            .Answer("name", f => f.Fill("First name", "Zoë").Fill("Last name", "O’Connor-Núñez"))
            .Answer("household", f => f.Choose("Does anyone else live with you?", "Yes"))
            .Answer("access-needs", f => f.Fill(AccessNeeds, "Large print & <b>calls</b>"));

        var reference = EnquiryWalk.ReferenceOf(await walk.SendAsync());

        await host.InScopeAsync(async services =>
        {
            var (db, found) = await OpenAsync(services, reference);
            var enquiry = await db.Set<Enquiry>().SingleAsync(e => e.CaseId == found.Id);
            Assert.Equal(EnquiryState.Received, enquiry.State);
            Assert.Equal(Channel.Web, enquiry.Channel);
            Assert.Equal(1, enquiry.SpareRooms);
            Assert.Equal("Short-term, Teenagers", enquiry.Interests);
            Assert.Equal("After 5pm", enquiry.WhenToCall);
            Assert.Null(enquiry.HowHeard);
            Assert.Equal("Large print & <b>calls</b>", enquiry.AccessNeeds);
            Assert.Equal("2026-1", enquiry.PrivacyNoticeVersion);
            var people = await services
                .GetRequiredService<CaseReads>()
                .PeopleAsync(found.Id, default);
            Assert.Equal(
                ["Zoë O’Connor-Núñez", "Ben Example", "Cat Example"],
                people.Select(p => p.FullName)
            );
            Assert.Equal("Son or daughter", people[2].Relationship);
            Assert.Equal("ann@example.org", people[1].Email);
            Assert.Equal("+447700900982", people[0].Telephone);
            var address = await db.Set<Address>().FirstAsync(a => a.PersonId == people[0].PersonId);
            Assert.Equal("CH60 1AA", address.Postcode);
            Assert.All(
                await db.Set<JourneyDraft>().Where(d => d.Outcome != "").ToListAsync(),
                d => Assert.Equal("", d.Answers + d.Answered)
            );
        });
    }

    [Theory]
    [InlineData(3)]
    public async Task Sent_several_times_at_once_it_is_stored_once_and_mailed_once(int times)
    {
        var address = Mailbox();
        var walk = Somebody().Answer("contact", f => Reach(f, address, ""));
        var check = await walk.ToAsync();
        var token = check.Find("main form input[name=__RequestVerificationToken]");
        var cases = await CasesAsync();

        var pages = await Task.WhenAll(
            Enumerable
                .Range(0, times)
                .Select(async _ =>
                {
                    using var window = host.Visitor();
                    foreach (var name in walk.Visitor.Cookies.Names)
                        window.Cookies.Set(name, walk.Visitor.Cookies[name]!);
                    return await window.PostAsync(
                        "/enquire/check",
                        ("__RequestVerificationToken", token.GetAttribute("value")!)
                    );
                })
        );

        var reference = Assert.Single(pages.Select(EnquiryWalk.ReferenceOf).Distinct());
        Assert.Equal(cases + 1, await CasesAsync());
        await host.Mail.WaitForAsync(address);
        await Task.Delay(1500);
        Assert.Single(host.Mail.To(address));

        var back = await walk.Visitor.GetAsync("/enquire/check");
        Assert.Equal("You have already sent this enquiry", back.Heading);
        Assert.Equal(reference, EnquiryWalk.ReferenceOf(back));
        back = await check.Form().SubmitAsync();
        Assert.Equal(reference, EnquiryWalk.ReferenceOf(back));
        back = await walk.Visitor.GetAsync("/enquire/name");
        Assert.Equal(reference, EnquiryWalk.ReferenceOf(back));
        Assert.Equal(cases + 1, await CasesAsync());
    }

    [Fact]
    public async Task After_sending_another_enquiry_can_be_begun()
    {
        var walk = Somebody();
        var sent = await walk.SendAsync();

        var page = await sent.Form().SubmitAsync("Make an enquiry for someone else");

        Assert.Equal("/enquire/name", page.Path);
        Assert.Equal("", page.Form().Value("First name"));
        var again = new EnquiryWalk(walk.Visitor);
        Assert.NotEqual(
            EnquiryWalk.ReferenceOf(sent),
            EnquiryWalk.ReferenceOf(await again.SendAsync())
        );
    }

    [Fact]
    public async Task Back_after_sending_another_answer_is_shown_what_was_sent_and_can_begin_another()
    {
        var walk = Somebody();
        var name = (await walk.ToAsync("name")).Form();
        var sent = await walk.SendAsync();
        var reference = EnquiryWalk.ReferenceOf(sent);
        var cases = await CasesAsync();

        var told = await name.Fill("First name", "Agnes").SubmitAsync();

        Assert.Equal("Already sent", told.Heading);
        Assert.Equal(reference, EnquiryWalk.ReferenceOf(told));
        Assert.Contains(("Spare bedrooms", "One"), told.SummaryRows);
        Assert.Contains(told.SummaryRows, r => r.Value == "Agnes");

        var anew = await told.Form().SubmitAsync("Start another");

        Assert.Equal("/enquire/name", anew.Path);
        Assert.Equal("Agnes", anew.Form().Value("First name"));
        Assert.Equal(cases, await CasesAsync());
    }

    [Fact]
    public async Task One_answer_can_be_changed_without_walking_through_again()
    {
        var walk = Somebody();
        var check = await walk.ToAsync();
        Assert.Contains(("Spare bedrooms", "One"), check.SummaryRows);
        Assert.Contains(("How you heard about us", "Not provided"), check.SummaryRows);

        var page = await check.FollowAsync("Change spare bedrooms");
        Assert.Equal("One", Chosen(page));
        Assert.Equal("/enquire/check", page.Find(".govuk-back-link").GetAttribute("href"));
        check = await page.Form()
            .Choose("How many spare bedrooms do you have?", "Two")
            .SubmitAsync();

        Assert.Equal("/enquire/check", check.Path);
        Assert.Contains(("Spare bedrooms", "Two"), check.SummaryRows);
    }

    [Fact]
    public async Task A_partner_added_from_the_check_page_is_asked_about_and_one_taken_away_is_not_sent()
    {
        var walk = Somebody();
        var check = await walk.ToAsync();

        var page = await check.FollowAsync("Change on your own or with a partner");
        walk.WithPartner();
        foreach (
            var slug in (string[])
                ["together", "partner-name", "partner-date-of-birth", "partner-email"]
        )
        {
            Assert.Equal(slug, EnquiryWalk.SlugOf(page));
            page = await walk.AnswerAsync(page);
        }

        Assert.Equal("/enquire/check", page.Path);
        Assert.Contains(("Partner’s name", "Ben Example"), page.SummaryRows);
        page = await page.FollowAsync("Change on your own or with a partner");
        page = await page.Form()
            .Choose("Are you enquiring on your own or with a partner?", "On my own")
            .SubmitAsync();
        Assert.Equal("/enquire/check", page.Path);
        Assert.DoesNotContain(
            page.SummaryRows,
            r => r.Label.Contains("Partner’s", StringComparison.Ordinal)
        );
        page = await page.Form().SubmitAsync("Send my enquiry");
        await host.InScopeAsync(async services =>
        {
            var (_, found) = await OpenAsync(services, EnquiryWalk.ReferenceOf(page));
            Assert.Single(
                await services.GetRequiredService<CaseReads>().ApplicantsAsync(found.Id, default)
            );
        });
    }

    [Fact]
    public async Task Where_we_do_not_know_the_council_of_the_postcode_none_is_suggested_and_they_choose()
    {
        var walk = Somebody().Answer("address", f => Address(f, "M1 1AE"));
        var page = await walk.ToAsync("council");

        Assert.Contains("We do not know which council covers M1 1AE.", page.Text);
        Assert.Null(page.Document.QuerySelector("main input[type=radio][checked]"));
        page = await page.Form().SubmitAsync("Continue");
        Assert.Equal(
            ["Select a council, or that you are not sure"],
            page.ErrorSummary.Select(e => e.Text)
        );
        walk.Answer(
            "council",
            f => f.Choose("Which council would you like to foster for?", "I am not sure")
        );
        // Whoever is not sure goes to the council that takes what belongs to none.
        Assert.StartsWith("HAR", EnquiryWalk.ReferenceOf(await walk.ResumeAsync()));
    }

    [Fact]
    public async Task Not_sure_and_a_kind_of_fostering_at_once_is_asked_again()
    {
        var page = await Somebody().ToAsync("interests");
        page = await page.Form().Check("Short breaks", "I am not sure yet").SubmitAsync("Continue");

        Assert.Contains("but not both", Assert.Single(page.ErrorSummary).Text);
        Assert.Equal("What you are interested in", page.Find(".govuk-caption-l").TextContent);
    }

    [Theory]
    [InlineData("CH41 1AA", "Harbourside Council", "HAR")]
    [InlineData("CH66 1AA", "Westmoor Council", "WES")]
    public async Task The_council_of_the_postcode_is_suggested(
        string postcode,
        string council,
        string code
    )
    {
        var walk = Somebody().Answer("address", f => Address(f, postcode));
        var page = await walk.ToAsync("council");

        Assert.Equal(council, Chosen(page));
        Assert.StartsWith(
            code,
            EnquiryWalk.ReferenceOf(
                await new EnquiryWalk(walk.Visitor)
                    .Answer("address", f => Address(f, postcode))
                    .ResumeAsync()
            )
        );
    }

    [Fact]
    public async Task Somebody_who_is_not_sure_is_sent_to_the_council_of_the_postcode_and_a_wish_beats_it()
    {
        var unsure = Somebody().Answer("council", f => f.Choose(Council, "I am not sure"));
        Assert.StartsWith("WES", EnquiryWalk.ReferenceOf(await unsure.SendAsync()));
        var wish = Somebody().Answer("council", f => f.Choose(Council, "Harbourside Council"));
        Assert.StartsWith("HAR", EnquiryWalk.ReferenceOf(await wish.SendAsync()));
    }

    [Fact]
    public async Task Another_council_s_privacy_notice_is_read_anew()
    {
        var check = await Somebody().ToAsync();

        var page = await check.FollowAsync("Change council");
        page = await page.Form().Choose(Council, "Harbourside Council").SubmitAsync();

        Assert.Equal("/enquire/privacy", page.Address.AbsolutePath);
        Assert.Contains("Your answers go to Harbourside Council", page.Text);
        page = await page.Form().Check("I have read how my information is used").SubmitAsync();
        Assert.Equal("/enquire/check", page.Path);
        page = await page.Form().SubmitAsync();
        Assert.StartsWith("HAR", EnquiryWalk.ReferenceOf(page));
    }

    [Fact]
    public async Task R_ENQ_13_a_connection_closes_the_enquiry_to_all_but_two_named_officers()
    {
        var page = await Somebody()
            .Answer("council", f => f.Choose(Council, "Harbourside Council"))
            .Answer("connection", f => f.Choose(EnquiryWalk.Connection, "Yes"))
            .SendAsync();

        Assert.Contains("Only two named officers can see your enquiry", page.Text);
        await host.InScopeAsync(async services =>
        {
            var (db, found) = await OpenAsync(services, EnquiryWalk.ReferenceOf(page));
            Assert.True(found.Restricted);
            Assert.Equal(2, await db.Set<NamedPerson>().CountAsync(n => n.CaseId == found.Id));
        });
    }

    [Fact]
    public async Task R_ELIG_01_somebody_under_18_is_told_kindly_at_once_and_nothing_is_kept()
    {
        host.Clock.Set("2026-05-15 10:00");
        var walk = Somebody();
        var page = await walk.ToAsync("date-of-birth");

        page = await page.Form().FillDate("What is your date of birth?", 16, 5, 2008).SubmitAsync();

        Assert.Equal("/enquire/not-yet", page.Path);
        Assert.Contains("Thank you for wanting to help", page.Text);
        page = await walk.Visitor.GetAsync("/enquire/contact");
        Assert.Equal("/enquire/date-of-birth", page.Path);
        Assert.Equal("", page.Form().Value("What is your date of birth?", "Year"));
        page = await page.Form().FillDate("What is your date of birth?", 15, 5, 2008).SubmitAsync();
        Assert.Equal("/enquire/contact", page.Path);
    }

    [Fact]
    public async Task R_ELIG_01_somebody_of_20_is_told_what_to_expect_and_can_send()
    {
        host.Clock.Set("2026-05-15 10:00");
        var walk = Somebody()
            .Answer("date-of-birth", f => f.FillDate("What is your date of birth?", 16, 5, 2005));

        var check = await walk.ToAsync();

        Assert.Contains("Many councils ask that foster carers are 21 or over", check.Text);
        Assert.Equal("/enquire/sent", (await check.Form().SubmitAsync()).Path);
    }

    [Fact]
    public async Task Without_a_telephone_nobody_asks_when_to_call_and_the_promise_is_an_email()
    {
        var walk = Somebody().Answer("contact", f => Reach(f, Mailbox(), ""));

        var page = await walk.SendAsync();

        Assert.DoesNotContain("when-to-call", walk.Asked);
        Assert.Contains("We will email you by", page.Text);
    }

    private const string Council = "Which council would you like to foster for?";
    private const string AccessNeeds =
        "Is there anything we should know to make it easier to talk to you? (optional)";

    private static int mailboxes;

    private static string Mailbox() =>
        $"enquirer{Interlocked.Increment(ref mailboxes)}@example.org";

    private static void Reach(HtmlForm form, string email, string telephone) =>
        form.Fill("Email address (optional)", email).Fill("Telephone number (optional)", telephone);

    private static void Address(HtmlForm form, string postcode) =>
        form.Fill("Address line 1", "1 Example Street")
            .Fill("Town or city", "Example Town")
            .Fill("Postcode", postcode);

    private static string Chosen(HtmlPage page) =>
        page.Find("input[type=radio][checked]")
            .ParentElement!.QuerySelector("label")!
            .TextContent.Trim();

    private Task<int> CasesAsync() =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Case>()
                .IgnoreQueryFilters([FosterDb.CaseFilter, FosterDb.CouncilFilter])
                .CountAsync()
        );

    private static async Task<(FosterDb Db, Case Found)> OpenAsync(
        IServiceProvider services,
        string reference
    )
    {
        var db = services.GetRequiredService<FosterDb>();
        var code = reference[..3];
        var council = await db.Set<Council>().SingleAsync(c => c.Code == code);
        services.GetRequiredService<ActorSource>().System(council.Id);
        return (db, await db.Set<Case>().SingleAsync(c => c.Reference == reference));
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : EnquireTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : EnquireTests(host),
            IClassFixture<PostgresDemoHost>;
}
