using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>
/// What became of the enquiries of each month by source, and what that cost (M-HUB-08): always by the month in which
/// people enquired, never by what happened in the same month. Counts once per household (M-OFS-03) and only cases in sight.
/// </summary>
public sealed class SourceReportReads(
    FosterDb db,
    LostReads losses,
    EnquiryRoadReads road,
    IEnumerable<ISourceCosts> costs,
    IErasedCounts erased,
    ICalendarSource calendars,
    LondonClock clock
)
{
    public async Task<SourceReport> OfAsync(SourceSpan span, CancellationToken ct)
    {
        var tally = new SourceTally();
        var cohort = Cohort(span);
        var line = DeadlineRules.FirstContact.Key;
        var clocks = db.Set<Deadline>().Where(d => d.LineKey == line);
        var late = clocks.Late(clock.Today);
        foreach (
            var (figure, enquiries) in new[]
            {
                (Figure.Enquiries, cohort),
                (Figure.Visits, road.Visited(cohort)),
                (Figure.Applications, road.Reached(MilestoneKind.Application, cohort)),
                (Figure.Approvals, road.Reached(MilestoneKind.Approval, cohort)),
                (
                    Figure.InTime,
                    cohort.Where(e =>
                        clocks.Any(d => d.CaseId == e.CaseId && d.Status == DeadlineStatus.Met)
                        && !late.Any(d => d.CaseId == e.CaseId)
                    )
                ),
                (Figure.Late, cohort.Where(e => late.Any(d => d.CaseId == e.CaseId))),
            }
        )
            await CountAsync(tally, figure, enquiries, span, ct);
        await ErasedAsync(tally, span, ct);
        await ContactsAsync(tally, span, ct);
        await CostsAsync(tally, span, ct);
        return tally.Report(
            span,
            await CampaignsAsync(tally, span, ct),
            await losses.OfAsync(span, ct)
        );
    }

    private IQueryable<Enquiry> Cohort(SourceSpan span) =>
        db.Set<Enquiry>()
            .AsNoTracking()
            .Where(e => e.Counted && e.ReceivedOn >= span.From && e.ReceivedOn <= span.Last);

    private static async Task CountAsync(
        SourceTally tally,
        Figure figure,
        IQueryable<Enquiry> enquiries,
        SourceSpan span,
        CancellationToken ct
    )
    {
        var first = span.Touch is Touch.First;
        var counts = await enquiries
            .GroupBy(e => new
            {
                e.ReceivedOn.Year,
                e.ReceivedOn.Month,
                Source = first ? e.FirstSource : e.LastSource,
                Campaign = first ? e.FirstCampaignId : e.LastCampaignId,
            })
            .Select(g => new
            {
                g.Key.Year,
                g.Key.Month,
                g.Key.Source,
                g.Key.Campaign,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        foreach (var count in counts)
        {
            tally.Add(figure, new(count.Year, count.Month, 1), count.Source, count.Count);
            if (count.Campaign is { } campaign)
                tally.AddCampaign(figure, campaign, count.Count);
        }
    }

    /// <summary>What was erased since then still happened: without it a cohort would look better each year (R-DP-11).</summary>
    private async Task ErasedAsync(SourceTally tally, SourceSpan span, CancellationToken ct)
    {
        foreach (var gone in await erased.BetweenAsync(span.From, span.To, ct))
        {
            var touch = span.Touch is Touch.First ? gone.Touches.First : gone.Touches.Last;
            var source = Enum.TryParse<EnquirySource>(touch, out var known)
                ? known
                : EnquirySource.Unknown;
            tally.Add(Figure.Enquiries, gone.Month, source, gone.Cases);
            foreach (
                var (stage, figure) in new[]
                {
                    (CaseStages.Visited, Figure.Visits),
                    (CaseStages.Applied, Figure.Applications),
                    (CaseStages.Approved, Figure.Approvals),
                }
            )
                if (gone.Stages.Contains(stage))
                    tally.Add(figure, gone.Month, source, gone.Cases);
        }
    }

    /// <summary>A median cannot be added up: two instants of each enquiry in these months that was contacted.</summary>
    private async Task ContactsAsync(SourceTally tally, SourceSpan span, CancellationToken ct)
    {
        var first = span.Touch is Touch.First;
        var contacts = await Cohort(span)
            .Where(e => e.FirstContactAt != null)
            .Select(e => new
            {
                e.ReceivedOn,
                Source = first ? e.FirstSource : e.LastSource,
                e.ReceivedAt,
                At = e.FirstContactAt!.Value,
            })
            .ToListAsync(ct);
        var calendar = await calendars.CurrentAsync(ct);
        foreach (var one in contacts)
            tally.Contact(
                new(one.ReceivedOn.Year, one.ReceivedOn.Month, 1),
                one.Source,
                WorkingHours.MinutesBetween(one.ReceivedAt, one.At, calendar)
            );
    }

    /// <summary>The campaigns that ran in these months, and those by which people came then.</summary>
    private async Task<IReadOnlyList<Campaign>> CampaignsAsync(
        SourceTally tally,
        SourceSpan span,
        CancellationToken ct
    )
    {
        var used = tally.Campaigns;
        return await db.Set<Campaign>()
            .AsNoTracking()
            .Where(c => (c.StartsOn <= span.Last && c.EndsOn >= span.From) || used.Contains(c.Id))
            .OrderBy(c => c.StartsOn)
            .ThenBy(c => c.Id)
            .ToListAsync(ct);
    }

    private async Task CostsAsync(SourceTally tally, SourceSpan span, CancellationToken ct)
    {
        var campaigns = await db.Set<Campaign>()
            .AsNoTracking()
            .Where(c => c.StartsOn <= span.Last && c.EndsOn >= span.From)
            .ToListAsync(ct);
        foreach (var month in span.Months)
        {
            var last = month.AddMonths(1).AddDays(-1);
            foreach (var c in campaigns.Where(c => c.StartsOn <= last && c.EndsOn >= month))
                tally.Cost(month, c.Source, c.CostBetween(month, last));
        }
        foreach (var other in costs)
        foreach (var cost in await other.BetweenAsync(span.From, span.Last, ct))
            tally.Cost(new(cost.On.Year, cost.On.Month, 1), cost.Source, cost.Pence);
    }
}
