using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>How often a step was in time.</summary>
/// <param name="Rule">The rule that makes its clock.</param>
public sealed record StandardRow(string Step, string Rule, int InTime, int Late)
{
    public int? PercentInTime => SourceFigures.Percent(InTime, InTime + Late);
}

/// <summary>Clocks of a month’s enquiries, and which of them came too late.</summary>
public static class LateClocks
{
    /// <summary>Done too late, overdue now, or overdue when it was ended without being done (M-HUB-06).</summary>
    public static IQueryable<Deadline> Late(this IQueryable<Deadline> clocks, DateOnly today) =>
        clocks.Where(d =>
            d.Status == DeadlineStatus.Missed
            || (d.Status == DeadlineStatus.Open && d.DueOn < today)
            || (d.Status == DeadlineStatus.Cancelled && d.ClosedOn > d.DueOn)
        );
}

/// <summary>The standards of response, measured by the clocks that the rules of enquiries make (M-HUB-06).</summary>
public sealed class StandardReads(FosterDb db, LondonClock clock)
{
    private static readonly (DeadlineLine Line, string Step)[] Steps =
    [
        (DeadlineRules.FirstContact, "First contact"),
        (DeadlineRules.InformationPack, "Information pack"),
        (DeadlineRules.InitialVisit, "Visit held"),
        (DeadlineRules.VisitOutcome, "Decision after the visit"),
    ];

    /// <summary>Steps of which nothing was due yet are left out.</summary>
    public async Task<IReadOnlyList<StandardRow>> OfAsync(SourceSpan span, CancellationToken ct)
    {
        var keys = Steps.Select(s => s.Line.Key).ToList();
        var cases = db.Set<Enquiry>()
            .Where(e => e.Counted && e.ReceivedOn >= span.From && e.ReceivedOn <= span.Last)
            .Select(e => e.CaseId);
        var clocks = db.Set<Deadline>()
            .Where(d => keys.Contains(d.LineKey) && cases.Contains(d.CaseId));
        var met = await ByLineAsync(clocks.Where(d => d.Status == DeadlineStatus.Met), ct);
        var late = await ByLineAsync(clocks.Late(clock.Today), ct);
        return
        [
            .. Steps
                .Select(s => new StandardRow(
                    s.Step,
                    s.Line.Rule.Id,
                    met.GetValueOrDefault(s.Line.Key),
                    late.GetValueOrDefault(s.Line.Key)
                ))
                .Where(r => r.PercentInTime is not null),
        ];
    }

    private static Task<Dictionary<string, int>> ByLineAsync(
        IQueryable<Deadline> clocks,
        CancellationToken ct
    ) =>
        clocks
            .GroupBy(d => d.LineKey)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
}
