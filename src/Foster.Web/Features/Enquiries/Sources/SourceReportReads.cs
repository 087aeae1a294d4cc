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
    IEnumerable<ICaseMilestone> milestones,
    IEnumerable<ISourceCosts> costs,
    ICalendarSource calendars,
    LondonClock clock
)
{
    public async Task<SourceReport> OfAsync(SourceSpan span, CancellationToken ct)
    {
        var tally = new SourceTally();
        await CountAsync(tally, Figure.Enquiries, Cohort(span), span, ct);
        await CountAsync(
            tally,
            Figure.Visits,
            Cohort(span).Where(e => e.VisitedOn != null),
            span,
            ct
        );
        foreach (var milestone in milestones)
        {
            var reached = milestone.Reached();
            await CountAsync(
                tally,
                milestone.Kind is MilestoneKind.Approval ? Figure.Approvals : Figure.Applications,
                Cohort(span).Where(e => reached.Any(r => r.CaseId == e.CaseId)),
                span,
                ct
            );
        }
        var (today, line) = (clock.Today, DeadlineRules.FirstContact.Key);
        await CountAsync(
            tally,
            Figure.InTime,
            Cohort(span)
                .Where(e =>
                    db.Set<Deadline>()
                        .Any(d =>
                            d.CaseId == e.CaseId
                            && d.LineKey == line
                            && d.Status == DeadlineStatus.Met
                        )
                ),
            span,
            ct
        );
        await CountAsync(
            tally,
            Figure.Late,
            Cohort(span)
                .Where(e =>
                    db.Set<Deadline>()
                        .Any(d =>
                            d.CaseId == e.CaseId
                            && d.LineKey == line
                            && (
                                d.Status == DeadlineStatus.Missed
                                || (d.Status == DeadlineStatus.Open && d.DueOn < today)
                            )
                        )
                ),
            span,
            ct
        );
        await ContactsAsync(tally, span, ct);
        await CostsAsync(tally, span, ct);
        return tally.Report(span);
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
            })
            .Select(g => new
            {
                g.Key.Year,
                g.Key.Month,
                g.Key.Source,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        foreach (var count in counts)
            tally.Add(figure, new(count.Year, count.Month, 1), count.Source, count.Count);
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
