using Foster.TestKit;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Features.Events;
using Foster.Web.Features.Records;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Enquiries.Sources;

/// <summary>M-HUB-06, M-HUB-08, M-HUB-11: a cohort keeps its failures, and campaigns and events have the same four figures.</summary>
public abstract class CohortTests(FosterHost host)
{
    [Fact]
    public async Task M_HUB_06_an_enquiry_closed_when_its_first_contact_was_overdue_counts_as_late()
    {
        host.Clock.Set("2026-03-02 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var ada = await desk.FromAsync(host, "ada");
        var bea = await desk.FromAsync(host, "bea");
        await WithdrawnAsync(desk, bea.CaseId);
        host.Clock.Set("2026-03-20 10:00");
        await WithdrawnAsync(desk, ada.CaseId, LostReason.Money);

        var figures = (await desk.ReportAsync()).All.Figures;

        Assert.Equal((2, 0, 1), (figures.Enquiries, figures.InTime, figures.Late));
        Assert.Equal(0, figures.PercentInTime);
        var standards = await ReadAsync<StandardReads, IReadOnlyList<StandardRow>>(
            desk,
            r => r.OfAsync(new(SourceStage.March, SourceStage.April, Touch.First), default)
        );
        Assert.Equal([new StandardRow("First contact", "R-ENQ-02", 0, 1)], standards);
        // M-HUB-08: drop-out by stage and AW reason.
        var lost = (await desk.ReportAsync()).Lost;
        Assert.Equal([null, LostReason.Money], lost.Select(l => l.Reason).OrderBy(r => r));
        Assert.All(lost, l => Assert.Equal((LostAt.BeforeContact, 1), (l.At, l.Count)));
    }

    [Fact]
    public async Task M_HUB_08_what_was_erased_still_counts_in_its_cohort()
    {
        host.Clock.Set("2026-03-02 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var key = SourceStage.Key();
        await desk.EnteredAsync(key);
        var ada = await desk.FromAsync(host, "ada", key);
        await desk.FromAsync(host, "bea", key);
        var cem = await desk.FromAsync(host, "cem", heard: "Social media");
        await desk.ReadAsync(db =>
            db.Set<Enquiry>()
                .Where(e => e.CaseId == ada.CaseId)
                .ExecuteUpdateAsync(u => u.SetProperty(e => e.VisitedOn, host.Clock.Today))
        );
        await WithdrawnAsync(desk, ada.CaseId);
        await WithdrawnAsync(desk, cem.CaseId);
        // Cem comes back within six months: the household is counted once, and still is when the first is erased.
        host.Clock.Set("2026-04-02 10:00");
        var again = await desk.FromAsync(host, "cem", heard: "From a foster carer");
        Assert.Equal(cem.CaseId, again.CountsWith);
        var before = await desk.ReportAsync();
        Assert.Equal((3, 1), (before.All.Figures.Enquiries, before.All.Figures.Visits));

        host.Clock.Set("2027-04-05 10:00");
        await ErasedAsync(desk, ada.CaseId);
        await ErasedAsync(desk, cem.CaseId);

        var after = await desk.ReportAsync();
        Assert.Equal((3, 1), (after.All.Figures.Enquiries, after.All.Figures.Visits));
        var radio = after.Sources.Single(r => r.Source is EnquirySource.Radio).Figures;
        Assert.Equal((2, 1, 10_001L), (radio.Enquiries, radio.Visits, radio.CostPence!.Value));
        Assert.Equal(
            before.Sources.Single(r => r.Source is EnquirySource.Radio).Figures.Each(2),
            radio.Each(2)
        );
        var heir = await desk.EnquiryAsync(again.CaseId);
        Assert.Equal(
            (true, null, (EnquirySource?)EnquirySource.SocialAd),
            (heir.Counted, heir.NotCounted, heir.FirstSource)
        );
    }

    [Fact]
    public async Task M_HUB_08_a_campaign_has_enquiries_visits_applications_and_approvals_of_the_cohort()
    {
        host.Clock.Set("2026-03-02 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var (bus, ad) = (SourceStage.Key(), SourceStage.Key());
        var busId = await desk.EnteredAsync(bus);
        await desk.EnteredAsync(ad, EnquirySource.SearchAd);
        var ada = await desk.FromAsync(host, "ada", bus, ad);
        await desk.FromAsync(host, "bea", bus, bus);
        await desk.WentOnAsync(host, ada.CaseId, visited: true, applied: true, approved: true);

        var first = (await desk.ReportAsync()).Campaigns;
        var last = (await desk.ReportAsync(Touch.Last)).Campaigns;
        var lines = await ReadAsync<CampaignReads, IReadOnlyList<CampaignLine>>(
            desk,
            async r => (await r.PageAsync(null, default)).Items
        );

        Assert.Equal(
            (2, 1, 1, 1, 10_001L),
            Of(first.Single(c => c.Source is EnquirySource.Radio).Figures)
        );
        Assert.Equal(
            (0, 0, 0, 0, 10_001L),
            Of(first.Single(c => c.Source is EnquirySource.SearchAd).Figures)
        );
        Assert.Equal(
            (1, 0, 0, 0, 10_001L),
            Of(last.Single(c => c.Source is EnquirySource.Radio).Figures)
        );
        Assert.Equal(
            (1, 1, 1, 1, 10_001L),
            Of(last.Single(c => c.Source is EnquirySource.SearchAd).Figures)
        );
        Assert.Equal((1, 0, 0, 0, 10_001L), Of(lines.Single(l => l.Id == busId).Figures));
        Assert.Equal((1, 1, 1, 1, 10_001L), Of(lines.Single(l => l.Id != busId).Figures));
    }

    [Fact]
    public async Task M_HUB_11_an_event_counts_households_once_and_only_by_bookings_that_stand()
    {
        host.Clock.Set("2026-03-02 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var id = await EventAsync(desk, new(2026, 3, 16), 10_000);
        await BookAsync(desk, id, "ada", "bea", "cem");
        host.Clock.Set("2026-03-20 10:00");
        var ada = await desk.FromAsync(host, "ada");
        var bea = await desk.FromAsync(host, "bea");
        await desk.FromAsync(host, "cem");
        await desk.FromAsync(host, "ada");
        await CancelledAsync(desk, id, "cem");
        await desk.WentOnAsync(host, ada.CaseId, visited: true, applied: true, approved: false);

        var road = await RoadAsync(desk, id);

        Assert.Equal(new RoadFigures(2, 1, 1, 0), road);
        // 10,000 pence for three are 3,333.33 each; for two thirds of a penny it goes up.
        Assert.Equal(new Money(3_333), new Money(10_000).Times(1, 3));
        Assert.Equal(new Money(6_667), new Money(20_000).Times(1, 3));
        Assert.True((await desk.EnquiryAsync(bea.CaseId)).Counted);
    }

    [Fact]
    public async Task M_HUB_11_what_was_spent_on_an_event_that_is_cancelled_stays_in_the_report()
    {
        host.Clock.Set("2026-03-02 10:00");
        var desk = await new DeskStage(host).OpenAsync();
        var (spent, whole) = (
            await EventAsync(desk, new(2026, 3, 16), 7_000),
            await EventAsync(desk, new(2026, 3, 17), 300)
        );
        foreach (var input in new CancelEventInput[] { new(spent, 2_500), new(whole) })
        {
            var cancelled = await desk.AsAsync(
                DeskStage.Officer,
                (s, actor) => s.GetRequiredService<CancelEvent>().RunAsync(input, actor, default)
            );
            Assert.True(cancelled.Ok, cancelled.Reasons);
        }

        Assert.Equal(2_800, (await desk.ReportAsync()).All.Figures.CostPence);
    }

    private static (int, int, int, int, long) Of(SourceFigures f) =>
        (f.Enquiries, f.Visits, f.Applications, f.Approvals, f.CostPence!.Value);

    private static Task<T> ReadAsync<TReads, T>(DeskStage desk, Func<TReads, Task<T>> read)
        where TReads : class =>
        desk.AsAsync(DeskStage.Officer, (s, _) => read(s.GetRequiredService<TReads>()));

    private static async Task WithdrawnAsync(DeskStage desk, Guid caseId, LostReason? lost = null)
    {
        var withdrawn = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<WithdrawEnquiry>()
                    .RunAsync(new(caseId, "not-now", null, new(false, null, lost)), actor, default)
        );
        Assert.True(withdrawn.Ok, withdrawn.Reasons);
    }

    /// <summary>Proposed by the run, confirmed by a records officer, erased by the next run.</summary>
    private async Task ErasedAsync(DeskStage desk, Guid caseId)
    {
        await host.Services.GetRequiredService<IRetentionRun>().GoAsync(default);
        var confirmed = await host.InScopeAsync(async s =>
        {
            var actor = new Actor(
                Guid.NewGuid(),
                "Olu Demo-Records",
                Role.TeamManager,
                desk.Council.Id
            )
            {
                Capabilities = [Capability.RecordsOfficer],
            };
            await s.GetRequiredService<ActorSource>().OpenAsync(actor, default);
            var item = await s.GetRequiredService<Web.Foundation.Data.FosterDb>()
                .Set<RetentionItem>()
                .SingleAsync(i => i.CaseId == caseId && i.What == RetentionItem.WholeCase);
            return await s.GetRequiredService<ConfirmErasure>()
                .RunAsync(new(item.Id), actor, default);
        });
        Assert.True(confirmed.Ok, confirmed.Reasons);
        var run = await host.Services.GetRequiredService<IRetentionRun>().GoAsync(default);
        Assert.Equal(1, run.Erased);
    }

    private static async Task<Guid> EventAsync(DeskStage desk, DateOnly on, long cost)
    {
        var saved = await desk.AsAsync(
            DeskStage.Officer,
            (s, actor) =>
                s.GetRequiredService<SaveEvent>()
                    .RunAsync(
                        new(
                            null,
                            new(
                                EventKind.DropIn,
                                "Meet carers",
                                London.ToUtc(on, new(14, 0)),
                                London.ToUtc(on, new(16, 0)),
                                "Library",
                                "",
                                "",
                                20,
                                cost
                            ),
                            Publish: true
                        ),
                        actor,
                        default
                    )
        );
        Assert.True(saved.Ok, saved.Reasons);
        return saved.Value;
    }

    private async Task BookAsync(DeskStage desk, Guid id, params string[] names)
    {
        foreach (var name in names)
            await host.InScopeAsync(async s =>
            {
                var booked = await s.GetRequiredService<BookPlace>()
                    .RunAsync(
                        new(id, name, $"{name}@foster.example", null, 1, null),
                        s.GetRequiredService<ActorSource>().Anyone(desk.Council.Id),
                        default
                    );
                Assert.True(booked.Ok, booked.Reasons);
            });
    }

    /// <summary>As if they had cancelled before the event, and enquired all the same.</summary>
    private static Task<int> CancelledAsync(DeskStage desk, Guid id, string name) =>
        desk.ReadAsync(db =>
            db.Set<Booking>()
                .Where(b => b.EventId == id && b.FirstName == name)
                .ExecuteUpdateAsync(u => u.SetProperty(b => b.State, BookingState.Cancelled))
        );

    private static Task<RoadFigures> RoadAsync(DeskStage desk, Guid id) =>
        desk.AsAsync(
            DeskStage.Officer,
            async (s, _) =>
            {
                var reads = s.GetRequiredService<EventReads>();
                return await reads.RoadAsync((await reads.FindAsync(id, default))!, default);
            }
        );

    public sealed class OnSqlite(SqliteHost on) : CohortTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on) : CohortTests(on), IClassFixture<PostgresHost>;
}
