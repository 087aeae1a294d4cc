using System.Net;
using Foster.TestKit;
using Foster.Tests.SignIn;
using Foster.Web.Features.Records;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Public;

/// <summary>An unfinished enquiry is kept and come back to by a link, without an account (rows 12, 13 and 42).</summary>
public abstract class ComeBackTests(FosterHost host)
{
    private const string Later = "Save and come back later";
    private const string Path = "/enquire/come-back";

    [Fact]
    public async Task Saved_in_the_middle_of_a_question_it_goes_on_there_in_another_browser()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var first = host.Visitor();
        var walk = new EnquiryWalk(first);
        var address = Mailbox(walk);
        var page = await walk.ToAsync("address");
        page = await page.Form().Fill("Address line 1", "1 Example").SubmitAsync(Later);

        // The address was given before, so it is not asked again.
        Assert.Equal(("/enquire/saved", "Check your email"), (page.Path, page.Heading));
        Assert.Contains("until 12 June 2026", page.Text);
        Assert.DoesNotContain(address, page.Title + page.Path);
        var link = await LinkAsync(address);
        var mail = host.Mail.LastTo(address);
        Assert.Contains("Friday 12 June 2026", mail.Text);
        Assert.DoesNotContain("Ann", mail.Text + mail.Subject);
        Assert.DoesNotContain("foster", mail.Subject, StringComparison.OrdinalIgnoreCase);
        Assert.Matches($"^{Path}/[0-9a-f]{{40}}$", link.AbsolutePath);

        using var second = host.Visitor();
        page = await second.GetAsync(link);
        Assert.Equal("Carry on with your enquiry", page.Heading);
        Assert.DoesNotContain("Ann", page.Body);
        page = await page.Form().SubmitAsync("Carry on");

        Assert.Equal("/enquire/address", page.Address.AbsolutePath);
        Assert.Equal("1 Example", page.Form().Value("Address line 1"));
        Assert.Equal("Ann", (await second.GetAsync("/enquire/name")).Form().Value("First name"));
        page = await second.GetAsync("/enquire/address");
        Assert.Equal("/enquire/sent", (await new EnquiryWalk(second).ResumeAsync()).Path);
        // Whoever typed the address first does not read along.
        page = await first.GetAsync("/enquire/name");
        Assert.DoesNotContain("Ann", page.Body);
    }

    [Fact]
    public async Task Without_an_address_it_is_asked_and_then_fills_in_the_enquiry()
    {
        using var visitor = host.Visitor();
        var address = Mailbox();
        var page = await visitor.GetAsync("/enquire/name");
        page = await page.Form().Fill("First name", "Ann").SubmitAsync(Later);
        Assert.Equal("/enquire/save", page.Path);
        page = await page.Form().Fill("Email address", "ann@").SubmitAsync();
        Assert.Single(page.ErrorSummary);
        page = await page.Form().Fill("Email address", address).SubmitAsync("Send me the link");
        Assert.Equal("/enquire/saved", page.Path);

        page = await ComeAsync(await LinkAsync(address));

        Assert.Equal("Ann", page.Form().Value("First name"));
        page = await page.Form().Fill("Last name", "Example").SubmitAsync("Continue");
        page = await page.Form()
            .FillDate("What is your date of birth?", 29, 2, 1984)
            .SubmitAsync("Continue");
        Assert.Equal(address, page.Form().Value("Email address (optional)"));
    }

    [Fact]
    public async Task A_link_works_once_dies_when_a_new_one_is_sent_and_after_28_days_and_says_how_to_get_one()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (address, link) = await SavedAsync();
        using var visitor = host.Visitor();
        // Programs that check mail look at links; looking uses nothing up.
        await visitor.GetAsync(link);
        var opened = await visitor.GetAsync(link);
        await opened.Form().SubmitAsync("Carry on");
        await AssertOverAsync(link, HttpStatusCode.Gone);
        Assert.Equal(HttpStatusCode.Gone, (await opened.Form().SubmitAsync("Carry on")).Status);

        var newer = await AgainAsync(address);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var newest = await AgainAsync(address);
        await AssertOverAsync(newer, HttpStatusCode.Gone);

        host.Clock.Advance(TimeSpan.FromDays(28) - TimeSpan.FromMinutes(1));
        Assert.Equal("Carry on with your enquiry", (await visitor.GetAsync(newest)).Heading);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await AssertOverAsync(newest, HttpStatusCode.Gone);
        await AssertOverAsync(
            new Uri(FosterHost.PublicUrl, Path + "/" + new string('a', 40)),
            HttpStatusCode.NotFound
        );
        await AssertOverAsync(new Uri(FosterHost.PublicUrl, Path + "/x"), HttpStatusCode.NotFound);
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task Sending_the_enquiry_ends_the_draft_and_its_links()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var visitor = host.Visitor();
        var walk = new EnquiryWalk(visitor);
        var address = Mailbox(walk);
        var page = await walk.ToAsync("together");
        await page.Form().SubmitAsync(Later);
        var link = await LinkAsync(address);
        await visitor.GetAsync("/enquire/together");
        await walk.ResumeAsync();

        await AssertOverAsync(link, HttpStatusCode.Gone);
        using var other = host.Visitor();
        await AskAsync(other, address);
        await Task.Delay(1500);
        Assert.DoesNotContain(host.Mail.To(address).Skip(1), m => m.Text.Contains(Path));
    }

    [Fact]
    public async Task Expired_answers_are_erased_by_the_job_of_the_night_and_saved_ones_are_not()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (_, link) = await SavedAsync();
        var draft = await DraftOfAsync(link);

        host.Clock.Advance(TimeSpan.FromDays(27));
        await NightAsync();
        Assert.True(await IsThereAsync(draft));
        host.Clock.Advance(TimeSpan.FromDays(2));
        await NightAsync();

        Assert.False(await IsThereAsync(draft));
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task Row_12_words_status_and_time_are_the_same_for_an_address_without_a_draft()
    {
        host.Clock.Set("2026-05-15 10:00");
        var known = new List<string>();
        for (var i = 0; i < SameTime.Each; i++)
            known.Add((await SavedAsync()).Address);
        using var visitor = host.Visitor();
        HtmlPage? there = null;
        await SameTime.HoldsAsync(
            async i =>
            {
                (there, var took) = await TimedAsync(visitor, known[i]);
                return took;
            },
            async _ =>
            {
                var (nobody, took) = await TimedAsync(visitor, Mailbox());
                Assert.Equal(
                    (there!.Status, there.Path, there.Text),
                    (nobody.Status, nobody.Path, nobody.Text)
                );
                return took;
            },
            // One address gets four messages an hour.
            () => host.Clock.Advance(TimeSpan.FromMinutes(61))
        );
    }

    [Fact]
    public async Task Row_13_one_address_gets_four_messages_an_hour_and_the_answer_stays_the_same()
    {
        host.Clock.Set("2026-05-15 10:00");
        var (address, _) = await SavedAsync();
        using var visitor = host.Visitor();
        for (var i = 0; i < 8; i++)
        {
            var page = await AskAsync(visitor, address);
            Assert.Equal((HttpStatusCode.OK, "Check your email"), (page.Status, page.Heading));
        }
        await host.Mail.WaitForAsync(address, 4);
        await Task.Delay(1500);
        Assert.Equal(4, host.Mail.To(address).Count);

        host.Clock.Advance(TimeSpan.FromMinutes(61));
        await AskAsync(visitor, address);
        await host.Mail.WaitForAsync(address, 5);
        host.Clock.Set("2026-05-15 10:00");
    }

    [Fact]
    public async Task The_hidden_box_is_told_the_same_and_nothing_is_sent()
    {
        var (address, _) = await SavedAsync();
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(Path);
        page = await page.Form()
            .Fill("Email address", address)
            .Fill("Leave this box empty", "https://spam.example")
            .SubmitAsync();
        Assert.Equal("Check your email", page.Heading);
        await Task.Delay(1500);
        Assert.Single(host.Mail.To(address));
    }

    [Fact]
    public async Task Somebody_half_added_to_the_household_is_still_half_there_afterwards()
    {
        using var visitor = host.Visitor();
        var walk = new EnquiryWalk(visitor).Answer(
            "household",
            f => f.Choose("Does anyone else live with you?", "Yes")
        );
        var address = Mailbox(walk);
        var page = await walk.ToAsync("people/1");
        await page.Form().Fill("First name", "Cat").SubmitAsync(Later);

        page = await ComeAsync(await LinkAsync(address));

        Assert.Equal("/enquire/people", page.Address.AbsolutePath);
        Assert.Contains("Not finished", page.Text);
        page = await page.Form().Choose("Do you need to add another person?", "No").SubmitAsync();
        Assert.Equal("/enquire/people/1", page.Address.AbsolutePath);
        Assert.Equal("Cat", page.Form().Value("First name"));
    }

    private static int mailboxes;

    private static string Mailbox(EnquiryWalk? walk = null)
    {
        var address = $"later{Interlocked.Increment(ref mailboxes)}@example.org";
        walk?.Answer("contact", f => f.Fill("Email address (optional)", address));
        return address;
    }

    /// <summary>Somebody who stops at their fourth question.</summary>
    private async Task<(string Address, Uri Link)> SavedAsync()
    {
        using var visitor = host.Visitor();
        var walk = new EnquiryWalk(visitor);
        var address = Mailbox(walk);
        await (await walk.ToAsync("together")).Form().SubmitAsync(Later);
        return (address, await LinkAsync(address));
    }

    private async Task<Uri> LinkAsync(string address, int count = 1) =>
        (await host.Mail.WaitForAsync(address, count))[^1].Link(Path);

    private async Task<Uri> AgainAsync(string address)
    {
        using var visitor = host.Visitor();
        var before = host.Mail.To(address).Count;
        await AskAsync(visitor, address);
        return await LinkAsync(address, before + 1);
    }

    private async Task<HtmlPage> ComeAsync(Uri link) =>
        await (await host.Visitor().GetAsync(link)).Form().SubmitAsync("Carry on");

    private static async Task<HtmlPage> AskAsync(HtmlVisitor visitor, string address) =>
        await (await visitor.GetAsync(Path)).Form().Fill("Email address", address).SubmitAsync();

    private static async Task<(HtmlPage Page, double Took)> TimedAsync(
        HtmlVisitor visitor,
        string address
    )
    {
        var form = (await visitor.GetAsync(Path)).Form().Fill("Email address", address);
        HtmlPage? page = null;
        var took = await SameTime.TakenAsync(async () => page = await form.SubmitAsync());
        return (page!, took);
    }

    private async Task AssertOverAsync(Uri link, HttpStatusCode status)
    {
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync(link);
        Assert.Equal((status, "This link cannot be used any more"), (page.Status, page.Heading));
        Assert.DoesNotContain("Ann", page.Body);
        Assert.Contains(page.Links, l => l.GetAttribute("href") == Path);
    }

    private Task<Guid> DraftOfAsync(Uri link) =>
        host.InScopeAsync(async s =>
            (
                await s.GetRequiredService<Links>()
                    .FindAsync(link.Segments[^1], LinkPurpose.SavedForm, default)
            )!.SubjectId
        );

    private Task<bool> IsThereAsync(Guid draft) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>().Set<JourneyDraft>().AnyAsync(d => d.Id == draft)
        );

    /// <summary>What the job records.spent does.</summary>
    private Task<int> NightAsync() =>
        host.InScopeAsync(s => s.GetRequiredService<RetentionRun>().SpentAsync(default));

    public sealed class OnSqlite(SqliteDemoHost host)
        : ComeBackTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : ComeBackTests(host),
            IClassFixture<PostgresDemoHost>;
}
