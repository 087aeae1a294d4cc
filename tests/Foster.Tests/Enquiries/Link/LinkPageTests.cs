using System.Net;
using Foster.TestKit;
using Foster.Tests.Enquiries.Public;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Connected;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Link;

/// <summary>The enquirer's own page, the expression of interest and withdrawing, by link (T-ENQ-03, T-ENQ-10, R-ENQ-13).</summary>
public abstract class LinkPageTests(FosterHost host)
{
    private static int enquirers;

    [Fact]
    public async Task The_acknowledgement_leads_to_a_page_that_says_what_comes_next_by_when_and_why()
    {
        host.Clock.Set("2026-05-22 18:05");
        var (visitor, link, reference) = await EnquireAsync();

        var page = await visitor.GetAsync(link);

        Assert.Equal("We have your enquiry", page.Heading);
        Assert.Contains(reference, page.Text);
        Assert.Contains("We call you by", page.Text);
        Assert.Contains("Tuesday 26 May 2026", page.Text);
        Assert.Contains(
            "Within 1 working day of the day the enquiry arrived, Fri 22 May 2026.",
            page.Text
        );
        Assert.DoesNotContain("R-ENQ-02", page.Text);
        Assert.Contains("You sent us your enquiry", page.Text);
        Assert.Contains("0151 496 0100", page.Text);
        Assert.DoesNotContain("Ann", page.Title);
    }

    [Fact]
    public async Task A_promise_that_was_not_kept_is_owned_up_to()
    {
        host.Clock.Set("2026-05-22 18:05");
        var (visitor, link, _) = await EnquireAsync();

        host.Clock.Set("2026-05-26 23:58");
        Assert.DoesNotContain("This date has passed", (await visitor.GetAsync(link)).Text);
        host.Clock.Set("2026-05-27 00:01");
        Assert.Contains("This date has passed", (await visitor.GetAsync(link)).Text);
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task T_ENQ_10_the_enquirer_withdraws_the_same_day_without_a_reason_and_once()
    {
        var (visitor, link, reference) = await EnquireAsync();
        var page = await (await visitor.GetAsync(link)).FollowAsync("Withdraw my enquiry");
        var form = page.Form();

        page = await form.SubmitAsync("Withdraw my enquiry");

        Assert.Equal("You have withdrawn", page.Heading);
        Assert.Equal("Your enquiry is withdrawn.", page.Notification);
        Assert.DoesNotContain(page.Links, l => l.TextContent.Contains("Withdraw"));
        Assert.Equal("You have withdrawn", (await form.SubmitAsync()).Heading);
        Assert.Equal("You have withdrawn", (await visitor.GetAsync(link + "/withdraw")).Heading);
        Assert.Equal(EnquiryState.Withdrawn, await StateAsync(reference));
    }

    [Fact]
    public async Task T_ENQ_10_withdrawing_is_allowed_in_every_open_state()
    {
        var (visitor, link, reference) = await EnquireAsync();
        await PackAsync(reference);

        var page = await visitor.GetAsync(link + "/withdraw");
        page = await page.Form()
            .Choose("Why are you withdrawing? (optional)", "Another reason")
            .Fill("Is there anything you would like to tell us? (optional)", "We move away")
            .SubmitAsync("Withdraw my enquiry");

        Assert.Equal("You have withdrawn", page.Heading);
    }

    [Fact]
    public async Task T_ENQ_03_the_expression_of_interest_is_sent_once_by_the_holder_of_the_link()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (visitor, _, reference) = await EnquireAsync();
        var link = await PackAsync(reference);
        var page = await visitor.GetAsync(link);
        Assert.Equal("Would you like to go on?", page.Heading);
        page = await page.FollowAsync("Start");

        page = await ThroughInterestAsync(page);
        Assert.Contains(("Pets", "Not provided"), page.SummaryRows);
        var check = page.Form();
        page = await check.SubmitAsync("Send my answers");

        Assert.Equal("We have your answers", page.Heading);
        Assert.Contains("15 May 2026", page.Text);
        Assert.Contains("We visit you at home by", page.Text);
        Assert.Equal("We have your answers", (await check.SubmitAsync()).Heading);
        await host.InScopeAsync(async services =>
        {
            var (db, found) = await OpenAsync(services, reference);
            var row = await db.Set<ExpressionOfInterest>().SingleAsync(i => i.CaseId == found.Id);
            Assert.Equal("We have room and time", row.Motivation);
            Assert.Contains("Good times for a visit: Weekdays after 4pm", row.WorkAndTime);
            Assert.Equal("Ann Example", row.By);
            Assert.Null(row.OnBehalfOf);
        });
        Assert.Equal(EnquiryState.EoiReceived, await StateAsync(reference));
    }

    [Fact]
    public async Task R_ENQ_13_a_connection_that_is_told_only_now_restricts_the_case_now()
    {
        var (visitor, _, reference) = await EnquireAsync();
        var page = await visitor.GetAsync(await PackAsync(reference));
        page = await ThroughInterestAsync(await page.FollowAsync("Start"), connected: true);

        await page.Form().SubmitAsync("Send my answers");

        await host.InScopeAsync(async services =>
            Assert.True((await OpenAsync(services, reference)).Found.Restricted)
        );
    }

    [Fact]
    public async Task Somebody_who_does_not_want_to_go_on_can_leave_it_or_withdraw_there()
    {
        var (visitor, _, reference) = await EnquireAsync();
        var link = await PackAsync(reference);
        var page = await (await visitor.GetAsync(link)).FollowAsync("Start");

        page = await page.Form()
            .Choose("Would you like to go on with fostering?", "No, or not now")
            .SubmitAsync();
        Assert.Equal("Thank you for telling us", page.Heading);
        Assert.Equal(EnquiryState.InfoSent, await StateAsync(reference));
        page = await page.Form().SubmitAsync("Withdraw my enquiry");

        Assert.Equal("You have withdrawn", page.Heading);
        Assert.Equal(EnquiryState.Withdrawn, await StateAsync(reference));
        Assert.Equal("You have withdrawn", (await visitor.GetAsync(link)).Heading);
        Assert.Equal("You have withdrawn", (await visitor.GetAsync(link + "/motivation")).Heading);
    }

    [Theory]
    [InlineData("/enquiry/")]
    [InlineData("/expression-of-interest/")]
    public async Task An_unknown_link_is_not_found(string path)
    {
        using var visitor = host.Visitor();

        foreach (
            var token in (string[])
                [
                    "x",
                    new string('0', 40),
                    new string('z', 40),
                    "../../etc/passwd",
                    new string('a', 5000),
                ]
        )
        {
            var page = await visitor.GetAsync(path + Uri.EscapeDataString(token));
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
        }
    }

    [Fact]
    public async Task A_link_of_one_purpose_does_not_open_the_page_of_another()
    {
        var (visitor, link, _) = await EnquireAsync();
        var secret = link.Split('/')[^1];

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync("/expression-of-interest/" + secret)).Status
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.GetAsync("/letters/" + secret)).Status
        );
    }

    [Fact]
    public async Task An_expired_link_says_so_and_shows_nothing_of_the_enquiry()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (visitor, link, reference) = await EnquireAsync();
        var interest = await PackAsync(reference);
        host.Clock.AdvanceDays(181);

        foreach (var path in (string[])[link, interest])
        {
            var page = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.Gone, page.Status);
            Assert.Equal("This link has expired", page.Heading);
            Assert.Contains("0151 496 0100", page.Text);
            Assert.DoesNotContain(reference, page.Body);
        }

        Assert.Equal("This link has expired", (await visitor.GetAsync(link + "/withdraw")).Heading);
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task R_ENQ_11_who_knows_the_child_reads_who_calls_by_when_and_withdraws_by_the_link()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (visitor, link, reference) = await EnquireAsync(w =>
            w.Answer(
                "child",
                f => f.Choose("Do you want to foster a child you already know?", "Yes")
            )
        );
        var page = await visitor.GetAsync(link);
        Assert.Equal("You asked about a child you know", page.Heading);
        Assert.Contains("We call you by Monday 18 May 2026", page.Text);
        Assert.Contains("Within 1 working day of", page.Text);
        Assert.Contains("We speak with the child’s social worker", page.Text);
        Assert.Contains("The manager of our team is dealing with what you asked", page.Text);

        page = await page.FollowAsync("Withdraw my enquiry");
        page = await page.Form().SubmitAsync("Withdraw my enquiry");

        Assert.Equal("You have withdrawn", page.Heading);
        Assert.Contains("You told us that you do not want to go on", page.Text);
        Assert.DoesNotContain("We call you by", page.Text);
        Assert.DoesNotContain(page.Links, l => l.TextContent.Contains("Withdraw my"));
        Assert.Equal("You have withdrawn", (await visitor.GetAsync(link + "/withdraw")).Heading);
        Assert.Equal(EnquiryState.ReroutedConnected, await StateAsync(reference));
        await host.InScopeAsync(async services =>
        {
            var (db, found) = await OpenAsync(services, reference);
            var referral = await db.Set<ConnectedReferral>()
                .SingleAsync(r => r.EnquiryCaseId == found.Id);
            Assert.Equal(
                (ConnectedState.Ended, ConnectedEnd.FamilyWithdrew),
                (referral.State, referral.End)
            );
            Assert.NotNull(
                (await db.Set<Case>().SingleAsync(c => c.Id == referral.CaseId)).ClosedOn
            );
            Assert.Equal(
                DeadlineStatus.Cancelled,
                (await db.Set<Deadline>().SingleAsync(d => d.CaseId == referral.CaseId)).Status
            );
        });
    }

    [Fact]
    public async Task R_ENQ_12_who_fosters_elsewhere_is_told_not_to_resign_and_of_the_meeting_of_R_TRF_03()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (visitor, link, _) = await EnquireAsync(w =>
            w.Answer(
                    "fosters-now",
                    f => f.Choose("Do you, or your partner, foster for another service now?", "Yes")
                )
                .Answer(
                    "current-service",
                    f =>
                        f.Fill("What is the service called?", "Example Fostering Agency")
                            .Choose("Does a foster child live with you now?", "Yes")
                )
        );
        foreach (var page in new[] { visitor.Page!, await visitor.GetAsync(link) })
        {
            Assert.Contains("Please do not resign from your service yet.", page.Text);
            Assert.Contains("within 28 days of your notice", page.Text);
            Assert.DoesNotContain("there are no police or medical checks", page.Text);
        }
    }

    [Fact]
    public async Task M_HUB_11_a_call_that_was_booked_before_stands_on_the_page_of_the_enquiry()
    {
        host.Clock.Set("2026-05-15 10:00");
        var mailbox = $"link{Interlocked.Increment(ref enquirers)}@example.org";
        using var caller = host.Visitor();
        var page = await caller.GetAsync("/call-back");
        var time = page.Links.First(l =>
            l.TextContent.Contains("Choose this time", StringComparison.Ordinal)
        );
        page = await caller.GetAsync(time.GetAttribute("href")!);
        page = await page.Form("main form")
            .Fill("First name", "Ann")
            .Fill("Email address", mailbox)
            .Fill("Telephone number", "07700 900 982")
            .SubmitAsync();
        Assert.DoesNotContain("waiting list", page.Text);
        var mail = Assert.Single(await host.Mail.WaitForAsync(mailbox));
        Assert.Contains("between 5pm and 7pm, on the number that you gave us", mail.Text);
        Assert.DoesNotContain("how to get there", mail.Text);
        page = await caller.GetAsync(mail.Link("/booking/").PathAndQuery);
        Assert.Contains("We ring you on", page.Text);

        var (visitor, link, _) = await EnquireAsync(mailbox: mailbox);

        page = await visitor.GetAsync(link);
        Assert.Contains("You booked a call on", page.Text);
        Assert.Contains("between 5pm and 7pm: we ring you then.", page.Text);
    }

    private async Task<(HtmlVisitor Visitor, string Link, string Reference)> EnquireAsync(
        Action<EnquiryWalk>? also = null,
        string? mailbox = null
    )
    {
        mailbox ??= $"link{Interlocked.Increment(ref enquirers)}@example.org";
        var before = host.Mail.To(mailbox).Count;
        var visitor = host.Visitor();
        var walk = new EnquiryWalk(visitor)
            .Answer("contact", f => f.Fill("Email address (optional)", mailbox))
            .Answer(
                "council",
                f => f.Choose("Which council would you like to foster for?", "Harbourside Council")
            );
        also?.Invoke(walk);
        var page = await walk.SendAsync();
        var reference = EnquiryWalk.ReferenceOf(page);
        var mail = (await host.Mail.WaitForAsync(mailbox, before + 1))[^1];
        return (visitor, mail.Link("/enquiry/").PathAndQuery, reference);
    }

    /// <summary>The officer calls and sends the pack; its e-mail brings the link.</summary>
    private async Task<string> PackAsync(string reference)
    {
        var mailbox = await host.InScopeAsync(async services =>
        {
            var (_, found) = await OpenAsync(services, reference);
            var officer = new Actor(
                Guid.CreateVersion7(),
                "Rosa Demo-Recruit",
                Role.RecruitmentOfficer,
                found.CouncilId
            );
            var clock = services.GetRequiredService<LondonClock>();
            var called = await services
                .GetRequiredService<LogContact>()
                .RunAsync(
                    new(found.Id, clock.Now, ContactMethod.Telephone, true, "Wants to go on", null),
                    officer,
                    default
                );
            Assert.True(called.Ok, called.Reasons);
            var pack = await services
                .GetRequiredService<PackReads>()
                .OnAsync(officer.CouncilId, clock.Today, default);
            var sent = await services
                .GetRequiredService<RecordPackSent>()
                .RunAsync(new(found.Id, pack!.Id, PackWay.Email, clock.Today), officer, default);
            Assert.True(sent.Ok, sent.Reasons);
            var people = await services
                .GetRequiredService<CaseReads>()
                .ApplicantsAsync(found.Id, default);
            return people[0].Email!;
        });
        var mail = await host.Mail.WaitForAsync(mailbox, 2);
        return mail[^1].Link("/expression-of-interest/").PathAndQuery;
    }

    private static async Task<HtmlPage> ThroughInterestAsync(HtmlPage page, bool connected = false)
    {
        for (var step = 0; EnquiryWalk.SlugOf(page) != "check"; step++)
        {
            Assert.True(step < 20, page.ToString());
            var form = page.Form();
            _ = EnquiryWalk.SlugOf(page) switch
            {
                "going-on" => form.Choose(
                    "Would you like to go on with fostering?",
                    "Yes, I would like to go on"
                ),
                "motivation" => form.Fill("Why would you like to foster?", "We have room and time"),
                "experience" => form.Fill("experience", "Two children of our own"),
                "work" => form.Fill("work-and-time", "Part time"),
                "home" => form.Choose(
                        "Do you own or rent your home?",
                        "We rent it from a private landlord"
                    )
                    .Choose("Does anyone in your home smoke or vape?", "No")
                    .Choose("Can you or your partner drive a car that you can use?", "Yes"),
                "visit-times" => form.Fill("visit-times", "Weekdays after 4pm"),
                "connection" => form.Choose(EnquiryWalk.Connection, connected ? "Yes" : "No"),
                "connected-with" => form.Fill("connected-with", "My sister, in housing"),
                "privacy" => form.Check("I have read how my information is used"),
                _ => form,
            };
            page = await form.SubmitAsync("Continue");
            Assert.Empty(page.ErrorSummary);
        }

        return page;
    }

    private Task<EnquiryState> StateAsync(string reference) =>
        host.InScopeAsync(async services =>
        {
            var (db, found) = await OpenAsync(services, reference);
            return (await db.Set<Enquiry>().SingleAsync(e => e.CaseId == found.Id)).State;
        });

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
        : LinkPageTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : LinkPageTests(host),
            IClassFixture<PostgresDemoHost>;
}
