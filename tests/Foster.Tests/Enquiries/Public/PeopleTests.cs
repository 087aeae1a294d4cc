using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Public;

/// <summary>Who lives with the enquirer (§2.2): each on a page of their own, without JavaScript (quality §3).</summary>
public abstract class PeopleTests(FosterHost host)
{
    private const string More = "Do you need to add another person?";

    [Fact]
    public async Task Three_people_are_added_one_changed_and_one_removed_and_who_is_left_is_sent()
    {
        var walk = Somebody();
        var page = await walk.ToAsync("people/1");
        Assert.Equal("Person 1", page.Heading);
        Assert.DoesNotContain("Cat", page.Title + page.Path);
        page = await AddAsync(page, "Cat");
        Assert.Equal(("/enquire/people", "You have added 1 person"), (page.Path, page.Heading));
        page = await AddAsync(await AnotherAsync(page), "Dan");
        page = await AddAsync(await AnotherAsync(page), "Eve");
        Assert.Equal("You have added 3 people", page.Heading);
        Assert.Equal(["Cat Example", "Dan Example", "Eve Example"], Names(page));

        page = await page.FollowAsync("Change Dan Example");
        Assert.Equal("Dan", page.Form().Value("First name"));
        page = await page.Form().Fill("First name", "Danuta").SubmitAsync();
        page = await page.FollowAsync("Remove Cat Example");
        Assert.Equal("Are you sure you want to remove Cat Example?", page.Heading);
        Assert.DoesNotContain("Cat", page.Title + page.Path);
        page = await page.Form().SubmitAsync();
        Assert.Equal("Select yes if you want to remove this person", page.ErrorSummary[0].Text);
        page = await page.Form()
            .Choose("Are you sure you want to remove Cat Example?", "Yes")
            .SubmitAsync();

        Assert.Equal(["Danuta Example", "Eve Example"], Names(page));
        var sent = await walk.ResumeAsync();
        Assert.Equal(
            ["Ann Example", "Danuta Example", "Eve Example"],
            await PeopleAsync(EnquiryWalk.ReferenceOf(sent))
        );
    }

    [Fact]
    public async Task Each_person_validates_themselves_and_the_list_asks_for_an_answer()
    {
        var page = await Somebody().ToAsync("people/1");

        page = await page.Form().Fill("Last name", "Example").SubmitAsync();
        Assert.Equal(
            [
                ("Enter their first name", "person-1-given-name"),
                ("Select who they are to you", "person-1-relationship"),
            ],
            page.ErrorSummary.Select(e => (e.Text, e.Field))
        );
        Assert.Equal("Example", page.Form().Value("Last name"));
        page = await AddAsync(page, "Cat");
        page = await page.Form().SubmitAsync();
        Assert.Equal(
            "Select yes if you need to add another person",
            Assert.Single(page.ErrorSummary).Text
        );
    }

    [Fact]
    public async Task Twenty_people_are_taken_and_the_page_says_that_this_is_the_most()
    {
        var walk = Somebody();
        var page = await walk.ToAsync("people/1");
        for (var number = 1; number <= 20; number++)
        {
            page = await AddAsync(page, "P" + number);
            if (number < 20)
                page = await AnotherAsync(page);
        }

        Assert.Contains("You have added 20 people, which is the most this form takes", page.Text);
        Assert.False(page.Has("input[type=radio]"));
        Assert.Equal("/enquire/people", (await walk.Visitor.GetAsync("/enquire/people/21")).Path);
        page = await (await walk.Visitor.GetAsync("/enquire/people"))
            .Form()
            .SubmitAsync("Continue");
        Assert.Equal("/enquire/spare-rooms", page.Path);
    }

    [Fact]
    public async Task With_the_last_one_removed_the_question_before_is_asked_again_and_nobody_is_an_answer()
    {
        var walk = Somebody();
        var page = await AddAsync(await walk.ToAsync("people/1"), "Cat");
        page = await page.FollowAsync("Remove Cat Example");
        page = await page.Form()
            .Choose("Are you sure you want to remove Cat Example?", "Yes")
            .SubmitAsync();

        Assert.Equal("/enquire/household", page.Path);
        Assert.Equal("/enquire/people/1", (await page.Form().SubmitAsync("Continue")).Path);
        page = await walk.Visitor.GetAsync("/enquire/household");
        page = await page.Form().Choose("Does anyone else live with you?", "No").SubmitAsync();
        Assert.Equal("/enquire/spare-rooms", page.Path);
        Assert.Equal("/enquire/sent", (await walk.ResumeAsync()).Path);
    }

    [Fact]
    public async Task Saying_no_to_removing_keeps_everybody_and_the_list_is_changed_from_the_check_page()
    {
        var walk = Somebody();
        var check = await walk.ToAsync();
        Assert.Contains(("Person 1", "Cat Example, son or daughter"), check.SummaryRows);

        var page = await check.FollowAsync("Change person 1");
        Assert.Equal("/enquire/people?change=yes", page.Address.PathAndQuery);
        page = await page.FollowAsync("Remove Cat Example");
        page = await page.Form()
            .Choose("Are you sure you want to remove Cat Example?", "No")
            .SubmitAsync();
        Assert.Equal(["Cat Example"], Names(page));
        page = await page.Form().Choose(More, "No").SubmitAsync();
        Assert.Equal("/enquire/check", page.Path);
    }

    [Fact]
    public async Task Row_26_two_windows_lose_nobody_and_the_same_sent_twice_is_one_person()
    {
        var walk = Somebody();
        var first = (await walk.ToAsync("people/1")).Form();
        var second = (await walk.Visitor.GetAsync("/enquire/people/1")).Form();
        first.Fill("First name", "Cat").Fill("Last name", "Example");
        first.Fill("Who they are to you", "Lodger");
        second.Fill("First name", "Dan").Fill("Last name", "Example");
        second.Fill("Who they are to you", "Lodger");

        await first.SubmitAsync("Continue");
        await first.SubmitAsync("Continue");
        var page = await second.SubmitAsync("Continue");

        Assert.Equal(["Cat Example", "Dan Example"], Names(page));
        var old = (await walk.Visitor.GetAsync("/enquire/people/2")).Form();
        page = await (await walk.Visitor.GetAsync("/enquire/people/1/remove"))
            .Form()
            .Choose("Are you sure you want to remove Cat Example?", "Yes")
            .SubmitAsync();
        Assert.Equal(["Dan Example"], Names(page));
        page = await AddAsync(await AnotherAsync(page), "Eve");
        page = await old.Fill("First name", "Daniel").SubmitAsync("Continue");
        Assert.Contains("changed in another window", page.ErrorSummary[0].Text);
        Assert.Equal(
            ["Dan Example", "Eve Example"],
            Names(await walk.Visitor.GetAsync("/enquire/people"))
        );
    }

    private EnquiryWalk Somebody() =>
        new EnquiryWalk(host.Visitor()).Answer(
            "household",
            f => f.Choose("Does anyone else live with you?", "Yes")
        );

    private static Task<HtmlPage> AddAsync(HtmlPage page, string name) =>
        page.Form()
            .Fill("First name", name)
            .Fill("Last name", "Example")
            .Fill("Who they are to you", "Lodger")
            .SubmitAsync("Continue");

    private static Task<HtmlPage> AnotherAsync(HtmlPage page) =>
        page.Form().Choose(More, "Yes").SubmitAsync("Continue");

    private static IEnumerable<string> Names(HtmlPage page) =>
        page.SummaryRows.Select(r => r.Label);

    private Task<List<string>> PeopleAsync(string reference) =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var code = reference[..3];
            var council = await db.Set<Council>().SingleAsync(c => c.Code == code);
            services.GetRequiredService<ActorSource>().System(council.Id);
            var found = await db.Set<Case>().SingleAsync(c => c.Reference == reference);
            var people = await services
                .GetRequiredService<CaseReads>()
                .PeopleAsync(found.Id, default);
            return people.Select(p => p.FullName).ToList();
        });

    public sealed class OnSqlite(SqliteDemoHost host)
        : PeopleTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : PeopleTests(host),
            IClassFixture<PostgresDemoHost>;
}
