using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Enquiries.Public;
using Xunit;

namespace Foster.Tests.Enquiries.Public;

/// <summary>«Can I foster?» (R-ELIG-01 to R-ELIG-09).</summary>
public abstract class ReadinessTests(FosterHost host)
{
    private const string Ready =
        "/can-i-foster?age=21&knows-child=no&spare-rooms=2&together=partner&residence=yes&smoking=no&pets=no&time=yes";

    [Fact]
    public async Task Each_answer_leads_to_the_next_question_and_the_last_to_what_they_mean()
    {
        using var visitor = host.Visitor();
        var page = await (await visitor.GetAsync("/can-i-foster")).FollowAsync("Start");
        foreach (
            var (question, answer) in new[]
            {
                ("How old are you?", "18 to 20"),
                ("Do you want to look after a child you already know?", "No"),
                ("How many spare bedrooms do you have?", "None at the moment"),
                ("Would you foster on your own or with a partner?", "On my own"),
                ("Can you live in the United Kingdom for as long as you like?", "I am not sure"),
                ("Does anyone in your home smoke or vape?", "Yes"),
                ("Do you have pets?", "Yes"),
                ("Do you have time for a child in your life now?", "Yes"),
            }
        )
        {
            Assert.Equal(question, page.Heading);
            page = await page.Form("main form").Choose(question, answer).SubmitAsync("Continue");
        }

        Assert.Equal("What your answers mean", page.Heading);
        // R-ELIG-01, R-ELIG-03, R-ELIG-04, R-ELIG-05, R-ELIG-06: never a no, and what it rests on.
        Assert.Contains("You could foster.", page.Text);
        Assert.Contains("The law sets no age of 21", page.Text);
        Assert.Contains("National standard", page.Text);
        Assert.Contains("Policy of the council", page.Text);
        Assert.Contains("The Equality Act protects you", page.Text);
        Assert.Empty(visitor.Cookies.Names);
    }

    [Fact]
    public async Task R_ELIG_01_and_R_ELIG_02_only_being_under_18_is_a_no_and_nobody_is_too_old()
    {
        using var visitor = host.Visitor();
        foreach (var question in ReadinessQuestions.All)
        foreach (var answer in question.Answers)
        {
            var page = await visitor.GetAsync(
                Ready.Replace(
                    $"{question.Name}={System.Web.HttpUtility.ParseQueryString(Ready.Split('?')[1])[question.Name]}",
                    $"{question.Name}={answer.Key}",
                    StringComparison.Ordinal
                )
            );

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(
                answer.Key != ReadinessQuestions.Under18,
                page.Text.Contains("You could foster.", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task An_empty_answer_is_asked_for_and_what_nobody_offered_is_left_out()
    {
        using var visitor = host.Visitor();

        var page = await visitor.GetAsync("/can-i-foster?age=21&asked=knows-child");
        Assert.Equal(
            ["Select an answer. You can choose the one that is nearest"],
            page.ErrorSummary.Select(e => e.Text)
        );
        page = await visitor.GetAsync("/can-i-foster?age=%3Cb%3E&begin=yes");
        Assert.Equal("How old are you?", page.Heading);
    }

    [Fact]
    public async Task What_the_enquiry_asks_again_is_filled_in_there()
    {
        using var visitor = host.Visitor();
        var page = await (await visitor.GetAsync(Ready)).FollowAsync("Enquire now");
        Assert.Equal("/enquire/name", page.Address.AbsolutePath);
        var walk = new EnquiryWalk(visitor);
        while (EnquiryWalk.SlugOf(page) != "spare-rooms")
        {
            if (EnquiryWalk.SlugOf(page) == "together")
                Assert.True(
                    page.Find("input[name=together][value=partner]").HasAttribute("checked")
                );
            page = await walk.AnswerAsync(page);
        }

        Assert.True(page.Find("input[name=spare-rooms][value='2']").HasAttribute("checked"));
    }

    public sealed class OnSqlite(SqliteDemoHost host)
        : ReadinessTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : ReadinessTests(host),
            IClassFixture<PostgresDemoHost>;
}
