using Foster.TestKit;
using Foster.Tests.Enquiries.Public;
using Foster.Tests.Hardening;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Sources;

/// <summary>M-HUB-09 with consent: no cookie that is not strictly necessary before somebody said yes.</summary>
public abstract class RememberTests(FosterHost host)
{
    private const string Question = "May we remember how you came?";
    private const string Cookie = "foster-from";

    [Fact]
    public async Task Without_an_answer_the_key_goes_along_to_the_enquiry_and_nothing_is_remembered()
    {
        var (key, campaign) = await CampaignAsync();
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/?from={key}");
        Assert.Contains(Question, page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Faults());
        foreach (var way in new[] { "/enquire", "/events" })
            Assert.Contains(page.Links, l => l.GetAttribute("href") == $"{way}?from={key}");
        page = await visitor.GetAsync($"/events?from={key}");
        Assert.All(
            page.Links.Where(l =>
                l.GetAttribute("href")!.StartsWith("/events/", StringComparison.Ordinal)
            ),
            l => Assert.EndsWith($"?from={key}", l.GetAttribute("href"), StringComparison.Ordinal)
        );
        page = await visitor.GetAsync($"/enquire?from={key}");
        await page.FollowAsync("Start now");
        page = await new EnquiryWalk(visitor).ResumeAsync();

        Assert.Equal("Enquiry sent", page.Heading);
        Assert.DoesNotContain(visitor.Cookies.Names, IsTrail);
        var enquiry = await EnquiryAsync(EnquiryWalk.ReferenceOf(page));
        Assert.Equal((campaign, campaign), (enquiry.FirstCampaignId, enquiry.LastCampaignId));
    }

    [Fact]
    public async Task With_a_yes_it_is_remembered_for_30_days_and_nobody_is_asked_again()
    {
        var (key, campaign) = await CampaignAsync();
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/?from={key}");
        page = await page.Form("main form").SubmitAsync("Yes, remember it");

        Assert.Equal("/", page.Path);
        Assert.DoesNotContain(Question, page.Text, StringComparison.Ordinal);
        var name = Assert.Single(visitor.Cookies.Names, IsTrail);
        Assert.Equal(TimeSpan.FromDays(30), visitor.Cookies.Find(name).MaxAge);
        page = await visitor.GetAsync($"/events?from={key}");
        Assert.DoesNotContain(Question, page.Text, StringComparison.Ordinal);
        page = await new EnquiryWalk(visitor).SendAsync();
        Assert.Equal(campaign, (await EnquiryAsync(EnquiryWalk.ReferenceOf(page))).LastCampaignId);
        Assert.DoesNotContain(visitor.Cookies.Names, IsTrail);
    }

    [Fact]
    public async Task A_no_is_remembered_nowhere_and_the_question_goes_with_the_page()
    {
        var (key, _) = await CampaignAsync();
        using var visitor = host.Visitor();
        var page = await visitor.GetAsync($"/can-i-foster/not-now?from={key}");
        // What somebody types there would be lost by an answer.
        Assert.DoesNotContain(Question, page.Text, StringComparison.Ordinal);
        page = await visitor.GetAsync($"/?x=1&from={key}");
        page = await page.Form("main form").SubmitAsync("No");

        Assert.DoesNotContain(Question, page.Text, StringComparison.Ordinal);
        Assert.Equal($"/?x=1&from={key}&remember=no", page.Path);
        Assert.DoesNotContain(visitor.Cookies.Names, IsTrail);
        page = await page.FollowAsync("See how to meet them");
        Assert.DoesNotContain(Question, page.Text, StringComparison.Ordinal);
        page = await visitor.GetAsync($"/?from={key}");
        Assert.Contains(Question, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-GPC")]
    [InlineData("DNT")]
    public async Task A_browser_that_asks_not_to_be_tracked_is_not_asked_and_takes_nothing_along(
        string header
    )
    {
        var (key, _) = await CampaignAsync();
        using var visitor = host.Visitor();
        visitor.Headers[header] = "1";
        var page = await visitor.GetAsync($"/?from={key}");
        Assert.DoesNotContain(Question, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Links, l => l.GetAttribute("href")!.Contains(key));
        await visitor.GetAsync($"/enquire/name?from={key}");
        page = await new EnquiryWalk(visitor).ResumeAsync();

        Assert.Null((await EnquiryAsync(EnquiryWalk.ReferenceOf(page))).FirstCampaignId);
        Assert.DoesNotContain(visitor.Cookies.Names, IsTrail);
    }

    private static bool IsTrail(string name) => name.EndsWith(Cookie, StringComparison.Ordinal);

    private async Task<(string Key, Guid Campaign)> CampaignAsync()
    {
        var key = SourceStage.Key();
        var desk = await new DeskStage(host).OpenAsync();
        return (key, await desk.EnteredAsync(key));
    }

    private Task<Enquiry> EnquiryAsync(string reference) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            var caseId = await db.Set<Case>()
                .IgnoreQueryFilters()
                .Where(c => c.Reference == reference)
                .Select(c => c.Id)
                .SingleAsync();
            return await db.Set<Enquiry>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .SingleAsync(e => e.CaseId == caseId);
        });

    public sealed class OnSqlite(SqliteDemoHost on)
        : RememberTests(on),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost on)
        : RememberTests(on),
            IClassFixture<PostgresDemoHost>;
}
