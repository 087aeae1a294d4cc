using Foster.TestKit;
using Foster.Tests.Enquiries.Sources;
using Foster.Web.Features.Connected;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Sources;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Foster.Tests.Enquiries.Duplicates;

/// <summary>M-OFS-03, M-HUB-08: a household is one enquiry, and everything that becomes of it counts with that one.</summary>
public abstract class CountedTests(FosterHost host)
{
    [Fact]
    public async Task M_HUB_08_what_becomes_of_a_later_enquiry_counts_with_the_one_that_was_counted()
    {
        var (desk, first, second) = await TwiceAsync();
        Assert.Equal(
            (false, (NotCounted?)NotCounted.RepeatContact, first.CaseId),
            (second.Counted, second.NotCounted, second.CountsWith!.Value)
        );

        await desk.WentOnAsync(host, second.CaseId, visited: true, applied: true, approved: true);

        var figures = (await desk.ReportAsync()).Months[0].Figures;
        Assert.Equal(
            (1, 1, 1, 1),
            (figures.Enquiries, figures.Visits, figures.Applications, figures.Approvals)
        );
        // Where both went on it is still one household.
        await desk.WentOnAsync(host, first.CaseId, visited: true, applied: true, approved: false);
        Assert.Equal(1, (await desk.ReportAsync()).All.Figures.Applications);
    }

    [Fact]
    public async Task R_ENQ_11_the_case_for_a_child_they_know_counts_with_the_enquiry_that_led_to_it()
    {
        host.Clock.Set("2026-03-02 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var sent = await desk.EnquireAsync(desk.Input() with { KnowsChild = true });
        var linked = await desk.ReadAsync(db =>
            db.Set<ConnectedReferral>()
                .Where(r => r.EnquiryCaseId == sent.CaseId)
                .Select(r => r.CaseId)
                .SingleAsync()
        );

        await desk.WentOnAsync(host, linked, visited: false, applied: true, approved: true);

        var figures = (await desk.ReportAsync(by: DeskStage.Manager)).Months[0].Figures;
        Assert.Equal((1, 1, 1), (figures.Enquiries, figures.Applications, figures.Approvals));
    }

    [Theory]
    [InlineData("2026-02-28", "2026-08-28", false)]
    [InlineData("2026-02-28", "2026-08-29", true)]
    [InlineData("2026-02-28", "2026-08-31", true)]
    [InlineData("2026-03-31", "2026-09-30", false)]
    [InlineData("2026-03-31", "2026-10-01", true)]
    public async Task M_OFS_03_six_months_are_counted_from_the_first(
        string one,
        string other,
        bool counted
    )
    {
        host.Clock.Set($"{one} 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var first = await desk.EnquireAsync();
        Assert.True((await desk.CloseAsync(first.CaseId, Closing.RedirectedPrivateFostering)).Ok);

        host.Clock.Set($"{other} 10:00");
        var second = await desk.EnquireAsync();

        Assert.Equal(counted, (await desk.EnquiryAsync(second.CaseId)).Counted);
    }

    [Fact]
    public async Task M_OFS_03_a_merge_passes_the_count_on_and_undoing_it_gives_it_back()
    {
        var (desk, first, second) = await TwiceAsync();
        host.Clock.Set("2026-03-10 10:00");
        var now = host.Clock.GetUtcNow().UtcDateTime;
        await desk.WalkToAsync(second.CaseId, EnquiryState.VisitCompleted, now, host.Clock.Today);
        Assert.True((await desk.DecideAsync(second.CaseId, true)).Ok);
        var third = await desk.FromAsync(host, "ada");
        Assert.Equal(first.CaseId, third.CountsWith);
        string[] before =
        [
            await desk.StandsAsync(first.CaseId),
            await desk.StandsAsync(second.CaseId),
            await desk.StandsAsync(third.CaseId),
        ];

        var merged = await desk.MergeAsync(first.CaseId, second.CaseId);

        Assert.True(merged.Ok, merged.Reasons);
        var kept = await desk.EnquiryAsync(second.CaseId);
        Assert.Equal(
            (true, null, null, (EnquirySource?)EnquirySource.Radio, first.FirstCampaignId),
            (kept.Counted, kept.NotCounted, kept.CountsWith, kept.FirstSource, kept.FirstCampaignId)
        );
        var gone = await desk.EnquiryAsync(first.CaseId);
        Assert.Equal(
            (false, (NotCounted?)NotCounted.Merged, second.CaseId),
            (gone.Counted, gone.NotCounted, gone.CountsWith!.Value)
        );
        Assert.Equal(second.CaseId, (await desk.EnquiryAsync(third.CaseId)).CountsWith);
        var figures = (await desk.ReportAsync()).Months[0].Figures;
        Assert.Equal((1, 1), (figures.Enquiries, figures.Visits));

        Assert.True((await desk.UndoAsync(first.CaseId)).Ok);
        Assert.Equal(
            before,
            (string[])
                [
                    await desk.StandsAsync(first.CaseId),
                    await desk.StandsAsync(second.CaseId),
                    await desk.StandsAsync(third.CaseId),
                ]
        );
    }

    [Fact]
    public async Task M_OFS_03_closing_the_counted_one_by_hand_as_a_duplicate_passes_the_count_on()
    {
        var (desk, first, second) = await TwiceAsync();

        Assert.True((await desk.CloseAsync(first.CaseId, Closing.Duplicate)).Ok);

        var kept = await desk.EnquiryAsync(second.CaseId);
        Assert.Equal(
            (true, null, (EnquirySource?)EnquirySource.Radio),
            (kept.Counted, kept.NotCounted, kept.FirstSource)
        );
        var closed = await desk.EnquiryAsync(first.CaseId);
        Assert.Equal(
            (false, (NotCounted?)NotCounted.Duplicate, second.CaseId),
            (closed.Counted, closed.NotCounted, closed.CountsWith!.Value)
        );
        Assert.Equal(1, (await desk.ReportAsync()).All.Figures.Enquiries);
    }

    /// <summary>Ada by a poster, and again a week later without one.</summary>
    private async Task<(DeskStage, Enquiry, Enquiry)> TwiceAsync()
    {
        host.Clock.Set("2026-03-02 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var key = SourceStage.Key();
        await desk.EnteredAsync(key);
        var first = await desk.FromAsync(host, "ada", key);
        host.Clock.Set("2026-03-09 10:00");
        return (desk, first, await desk.FromAsync(host, "ada", heard: "Social media"));
    }

    public sealed class OnSqlite(SqliteHost host) : CountedTests(host), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost host)
        : CountedTests(host),
            IClassFixture<PostgresHost>;
}
