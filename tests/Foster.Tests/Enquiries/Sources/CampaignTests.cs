using System.Net;
using Foster.TestKit;
using Foster.Tests.Hardening;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Sources;

/// <summary>Campaigns with their cost, and the pages about sources (M-HUB-08, M-HUB-09).</summary>
public abstract class CampaignTests(FosterHost host)
{
    [Fact]
    public async Task Everything_against_a_campaign_is_said_at_once_and_a_key_is_one_in_the_region()
    {
        host.Clock.Set("2026-05-15 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var other = await new DeskStage(host).OpenAsync();
        var key = SourceStage.Key();
        var wrong = new CampaignPlan("Wrong", SourceStage.April, SourceStage.March, -1, -1);
        var refused = await desk.CampaignAsync("Not a key", EnquirySource.Unknown, wrong);
        Assert.Equal(
            ["ends", "media", "staff", "source", "key"],
            refused.Refusals.Select(r => r.Field)
        );
        Assert.False((await desk.CampaignAsync(key, by: DeskStage.Assessor)).Ok);
        var id = await desk.EnteredAsync(key);
        Assert.Equal("key", Assert.Single((await other.CampaignAsync(key)).Refusals).Field);

        Assert.Null(await FindAsync(other, id));
        Assert.False((await ChangeAsync(other, id)).Ok);
        Assert.True((await ChangeAsync(desk, id)).Ok);
        Assert.Equal(key, (await FindAsync(desk, id))!.Key);
        Assert.False((await EndAsync(other, id)).Ok);
        Assert.False((await EndAsync(desk, id)).Ok);
        host.Clock.Set("2026-04-15 10:00");
        Assert.True((await EndAsync(desk, id)).Ok);
        Assert.Equal(new DateOnly(2026, 4, 15), (await FindAsync(desk, id))!.EndsOn);
        Assert.False((await EndAsync(desk, id)).Ok);
        host.Clock.Set("2026-02-15 10:00");
        Assert.False((await EndAsync(desk, id)).Ok);
    }

    [Fact]
    public async Task An_officer_enters_a_campaign_hands_out_its_link_and_reads_the_report()
    {
        host.Clock.Set("2026-05-15 10:00");
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");
        var page = await officer.GetAsync(SourceLinks.New);
        var empty = await page.Form("main form").SubmitAsync();
        Assert.Contains("Enter what you call it", empty.Text, StringComparison.Ordinal);
        var key = SourceStage.Key();
        page = await empty
            .Form("main form")
            .Fill("What you call it", "Posters on buses")
            .Choose("Where do people see it?", "Radio, television or outdoor")
            .Fill("Key of its link", key)
            .FillDate("First day", 1, 5, 2026)
            .FillDate("Last day", 31, 5, 2026)
            .Fill("What is paid for it", "1,200.50")
            .Fill("What the hours of staff cost", "0")
            .SubmitAsync();
        Assert.Equal(SourceLinks.Campaigns, page.Path);
        Assert.Contains(
            $"https://fostering.example/?from={key}",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("£1,200.50", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Faults());

        page = await officer.GetAsync($"{SourceLinks.Report}?from=2026-04&to=2026-05");
        Assert.Contains("By month of the enquiry", page.Text, StringComparison.Ordinal);
        Assert.Contains("Radio, television or outdoor", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Faults());
        var file = await officer.GetAsync($"{SourceLinks.File}?from=2026-04&to=2026-05");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Contains("Month,Source,Enquiries", file.Body, StringComparison.Ordinal);
        // R-DP-12: every export.
        Assert.Equal(
            1,
            await host.InScopeAsync(s =>
                s.GetRequiredService<FosterDb>()
                    .Set<AccessEntry>()
                    .IgnoreQueryFilters()
                    .CountAsync(a => a.Act == AccessAct.Export && a.Page == SourceLinks.File)
            )
        );

        using var theirs = host.Visitor();
        await theirs.SignInAsync("manager@other.foster.example");
        page = await theirs.GetAsync(SourceLinks.Campaigns);
        Assert.DoesNotContain(key, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-13&to=2026-05")]
    [InlineData("from=nonsense")]
    [InlineData("to=0000-00")]
    [InlineData("from=2026-05&to=2026-04")]
    [InlineData("from=2022-01&to=2026-05")]
    [InlineData("from=9999-12&to=9999-12")]
    [InlineData("touch=third")]
    [InlineData("from=2026-04&from=2026-05'--&to=%3Cb%3E")]
    public async Task Months_that_are_none_are_an_error_on_the_page(string query)
    {
        host.Clock.Set("2026-05-15 10:00");
        using var officer = host.Visitor();
        await officer.SignInAsync("recruitment@foster.example");

        foreach (var path in (string[])[SourceLinks.Report, SourceLinks.File])
        {
            var page = await officer.GetAsync($"{path}?{query}");

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(SourceLinks.Report, page.Address.AbsolutePath);
            Assert.NotEmpty(page.ErrorSummary);
            Assert.DoesNotContain("By source", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_but_the_recruitment_team_opens_the_pages()
    {
        foreach (var name in new[] { "assessor", "supervisor", "applicant", "finance" })
        {
            using var visitor = host.Visitor();
            await visitor.SignInAsync($"{name}@foster.example");
            foreach (
                var path in (string[])
                    [SourceLinks.Report, SourceLinks.File, SourceLinks.Campaigns, SourceLinks.New]
            )
                Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync(path)).Status);
        }
    }

    private static Task<CampaignLine?> FindAsync(DeskStage desk, Guid id) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, _) => s.GetRequiredService<CampaignReads>().FindAsync(id, default)
        );

    private static Task<Result<Guid>> ChangeAsync(DeskStage desk, Guid id) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<SaveCampaign>()
                    .RunAsync(new(id, null, SourceStage.Plan(1, 2)), actor, default)
        );

    private static Task<Result> EndAsync(DeskStage desk, Guid id) =>
        desk.AsAsync(
            DeskStage.Officer,
            (s, actor) => s.GetRequiredService<EndCampaign>().RunAsync(new(id), actor, default)
        );

    public sealed class OnSqlite(SqliteDemoHost on)
        : CampaignTests(on),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost on)
        : CampaignTests(on),
            IClassFixture<PostgresDemoHost>;
}
