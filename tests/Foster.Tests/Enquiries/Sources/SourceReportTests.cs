using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Features.Events;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Sources;

/// <summary>M-HUB-08: what became of a cohort and what it cost, with figures reckoned by hand.</summary>
public abstract class SourceReportTests(FosterHost host)
{
    [Fact]
    public async Task Figures_of_a_made_council_are_those_reckoned_by_hand()
    {
        var desk = await new DeskStage(host).OpenAsync();
        var other = await new DeskStage(host).OpenAsync();
        var bus = SourceStage.Key();
        host.Clock.Set("2026-03-01 12:00");
        await desk.EnteredAsync(bus);
        await EventAsync(desk);

        // Two and a half hours of a Monday; one hour of a Friday and one of a Monday; 25 hours over four days.
        var ada = await ArrivedAsync("2026-03-02 10:00", "2026-03-02 12:30", "ada", bus, null);
        var bea = await ArrivedAsync("2026-03-06 16:00", "2026-03-09 10:00", "bea", bus, null);
        await ArrivedAsync(
            "2026-03-10 10:00",
            "2026-03-13 11:00",
            "cem",
            null,
            "From a foster carer"
        );
        await ArrivedAsync("2026-04-07 10:00", null, "dot", bus, null);
        await ArrivedAsync("2026-04-08 10:00", null, "eve", null, "At an event");
        // M-OFS-03: the same household once more is kept and not counted.
        await ArrivedAsync("2026-04-09 10:00", null, "ada", bus, null);
        host.Clock.Set("2026-05-15 10:00");
        await desk.WentOnAsync(host, ada, visited: true, applied: true, approved: true);
        await desk.WentOnAsync(host, bea, visited: false, applied: true, approved: false);

        var report = await desk.ReportAsync();

        // 31 of 61 days of 100.01 pounds are 50.82 (5,082.47 pence); the rest is 49.19.
        Assert.Equal(
            [
                Row(3, EnquirySource.Radio, new(2, 1, 2, 1, 5_082, 2, 0, 135)),
                Row(3, EnquirySource.WordOfMouth, new(1, 0, 0, 0, null, 0, 1, 1_500)),
                Row(4, EnquirySource.Radio, new(1, 0, 0, 0, 4_919, 0, 1, null)),
                Row(4, EnquirySource.Event, new(1, 0, 0, 0, 7_001, 0, 1, null)),
            ],
            report
                .Cohorts.OrderBy(r => r.Month)
                .ThenBy(r => r.Source == EnquirySource.Event)
                .ThenBy(r => r.Source == EnquirySource.WordOfMouth)
        );
        Assert.Equal(new SourceFigures(3, 1, 2, 1, 5_082, 2, 1, 150), report.Months[0].Figures);
        Assert.Equal(new SourceFigures(5, 1, 2, 1, 17_002, 2, 3, 150), report.All.Figures);
        var radio = report.Cohorts.Single(r =>
            r.Source == EnquirySource.Radio && r.Month == SourceStage.March
        );
        Assert.Equal(new Money(2_541), radio.Figures.Each(2));
        Assert.Equal(100, radio.Figures.PercentInTime);
        Assert.Equal(67, report.Months[0].Figures.PercentInTime);
        Assert.Equal(0, report.PercentUnknown);
        Assert.Equal(report.All.Figures, (await desk.ReportAsync(Touch.Last)).All.Figures);

        var theirs = await other.ReportAsync();
        Assert.True(theirs.All.Figures.IsNothing);
        Assert.Empty(theirs.Cohorts);

        async Task<Guid> ArrivedAsync(
            string at,
            string? contact,
            string name,
            string? key,
            string? heard
        )
        {
            host.Clock.Set(at);
            var enquiry = await desk.FromAsync(host, name, key, null, heard);
            if (contact is not null)
            {
                host.Clock.Set(contact);
                var logged = await desk.ContactAsync(
                    enquiry.CaseId,
                    host.Clock.GetUtcNow().UtcDateTime
                );
                Assert.True(logged.Ok, logged.Reasons);
            }
            return enquiry.CaseId;
        }
    }

    [Fact]
    public async Task M_HUB_08_those_who_did_not_go_on_are_counted_by_source_reason_and_step()
    {
        var desk = await new DeskStage(host).OpenAsync();
        host.Clock.Set("2026-03-03 10:00");
        var bus = SourceStage.Key();
        await desk.EnteredAsync(bus);
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var ada = await desk.FromAsync(host, "ada", bus);
        var bea = await desk.FromAsync(host, "bea", bus);
        var cem = await desk.FromAsync(host, "cem", heard: "From a foster carer");
        var dot = await desk.FromAsync(host, "dot", bus);
        await desk.FromAsync(host, "eve", bus);
        Assert.True((await desk.ContactAsync(ada.CaseId, now)).Ok);
        foreach (var (who, reason) in new[] { (ada, LostReason.Money), (bea, LostReason.Money) })
            Assert.True(
                (
                    await desk.CloseAsync(
                        who.CaseId,
                        Closing.RedirectedPrivateFostering,
                        again: new(false, null, reason)
                    )
                ).Ok
            );
        var declined = await desk.AsAsync(
            DeskStage.Manager,
            (s, actor) =>
                s.GetRequiredService<CloseEnquiry>()
                    .RunAsync(
                        new(
                            cem.CaseId,
                            Closing.Declined,
                            DeclineReason.Home,
                            "There is no room for a child in your home at present."
                        ),
                        actor,
                        default
                    )
        );
        Assert.True(declined.Ok, declined.Reasons);
        // One that goes on elsewhere is not lost.
        Assert.True((await desk.CloseAsync(dot.CaseId, Closing.ReroutedConnected)).Ok);

        var lost = (await desk.ReportAsync()).Lost;

        Assert.Equal(
            [
                (EnquirySource.Radio, LostReason.Money, false, LostAt.BeforeContact, 1),
                (EnquirySource.Radio, LostReason.Money, false, LostAt.AfterContact, 1),
                (EnquirySource.WordOfMouth, (LostReason?)null, true, LostAt.BeforeContact, 1),
            ],
            lost.Select(l => (l.Source, l.Reason, l.Declined, l.At, l.Count))
                .OrderByDescending(l => l.Source == EnquirySource.Radio)
                .ThenBy(l => l.At)
        );
        var campaign = await desk.AsAsync(
            DeskStage.Officer,
            (s, _) => s.GetRequiredService<CampaignReads>().PageAsync(null, default)
        );
        Assert.Equal((4, 2), (campaign.Items[0].Enquiries, campaign.Items[0].Lost));
    }

    [Fact]
    public async Task Restricted_cases_count_only_for_those_who_see_them()
    {
        host.Clock.Set("2026-03-03 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        await desk.FromAsync(host, "ada", connected: true);

        Assert.Equal(0, (await desk.ReportAsync()).All.Figures.Enquiries);
        Assert.Equal(1, (await desk.ReportAsync(by: DeskStage.Intake)).All.Figures.Enquiries);
    }

    [Fact]
    public void A_cost_is_shared_out_to_the_penny_and_half_a_penny_goes_up()
    {
        var two = new SourceFigures(2, 0, 0, 0, 5, 0, 0, null);
        Assert.Equal(new Money(3), two.Each(2));
        Assert.Null(two.Each(0));
        Assert.Null((two with { CostPence = null }).Each(2));
        var campaign = new Campaign
        {
            CouncilId = Guid.NewGuid(),
            Key = "key-one",
            Source = EnquirySource.Press,
        };
        campaign.Plan(new("Three months", new(2026, 1, 15), new(2026, 3, 14), 9_999, 2));
        var months = Enumerable
            .Range(0, 5)
            .Select(i => new DateOnly(2025, 12, 1).AddMonths(i))
            .Select(m => campaign.CostBetween(m, m.AddMonths(1).AddDays(-1)))
            .ToList();
        Assert.Equal(10_001, months.Sum());
        // 17, 28 and 14 of 59 days.
        Assert.Equal([0, 2_882, 4_746, 2_373, 0], months);
    }

    [Theory]
    [InlineData("2026-05-22 16:00", "2026-05-26 10:00", 120)]
    [InlineData("2026-05-16 11:00", "2026-05-17 11:00", 0)]
    [InlineData("2026-05-15 18:00", "2026-05-18 08:00", 0)]
    [InlineData("2026-05-15 08:00", "2026-05-15 18:00", 480)]
    [InlineData("2026-05-15 10:00", "2026-05-15 09:00", 0)]
    public async Task Hours_of_work_are_nine_to_five_on_working_days(
        string from,
        string to,
        int minutes
    )
    {
        var calendar = await host.InScopeAsync(async s =>
            await s.GetRequiredService<ICalendarSource>().CurrentAsync(default)
        );

        Assert.Equal(
            minutes,
            WorkingHours.MinutesBetween(
                TestClock.Instant(from).UtcDateTime,
                TestClock.Instant(to).UtcDateTime,
                calendar
            )
        );
        Assert.Null(WorkingHours.Median([]));
        Assert.Equal(3, WorkingHours.Median([5, 1, 3]));
        Assert.Equal(3, WorkingHours.Median([2, 3]));
    }

    private static SourceRow Row(int month, EnquirySource source, SourceFigures figures) =>
        new(new DateOnly(2026, month, 1), source, figures);

    private static async Task EventAsync(DeskStage desk)
    {
        var day = new DateOnly(2026, 4, 20);
        var saved = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<SaveEvent>()
                    .RunAsync(
                        new(
                            null,
                            new(
                                EventKind.Stall,
                                "At the market",
                                London.ToUtc(day, new(9, 0)),
                                London.ToUtc(day, new(16, 0)),
                                "Market",
                                "",
                                "",
                                50,
                                7_001
                            ),
                            Publish: true
                        ),
                        actor,
                        default
                    )
        );
        Assert.True(saved.Ok, saved.Reasons);
    }

    public sealed class OnSqlite(SqliteHost on) : SourceReportTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : SourceReportTests(on),
            IClassFixture<PostgresHost>;
}
