using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>How far somebody had got who did not go on.</summary>
public enum LostAt
{
    BeforeContact,
    AfterContact,
    AfterPack,
    AfterInterest,
    AfterVisit,
}

/// <summary>People who did not go on.</summary>
/// <param name="Reason">Null where nobody asked, or it was our decision.</param>
/// <param name="Declined">We declined; it was not their decision.</param>
public sealed record LostCount(
    DateOnly Month,
    EnquirySource Source,
    LostReason? Reason,
    bool Declined,
    LostAt At,
    int Count
);

/// <summary>
/// Who of a cohort was lost, why, and at which step (M-HUB-08). Whoever goes on in another enquiry or on the track for
/// connected people is not lost.
/// </summary>
public sealed class LostReads(FosterDb db)
{
    internal static readonly EnquiryState[] Ends =
    [
        EnquiryState.Declined,
        EnquiryState.Withdrawn,
        EnquiryState.NoContact,
        EnquiryState.RedirectedPrivateFostering,
    ];

    public async Task<IReadOnlyList<LostCount>> OfAsync(SourceSpan span, CancellationToken ct)
    {
        var first = span.Touch is Touch.First;
        var rows = await db.Set<Enquiry>()
            .AsNoTracking()
            .Where(e => e.Counted && e.ReceivedOn >= span.From && e.ReceivedOn <= span.Last)
            .Where(e => Ends.Contains(e.State))
            .GroupBy(e => new
            {
                e.ReceivedOn.Year,
                e.ReceivedOn.Month,
                Source = first ? e.FirstSource : e.LastSource,
                e.Lost,
                Declined = e.State == EnquiryState.Declined,
                Visited = e.VisitedOn != null,
                Interested = e.EoiOn != null,
                Packed = e.InfoSentOn != null,
                Contacted = e.FirstContactAt != null,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r => new LostCount(
                new(r.Key.Year, r.Key.Month, 1),
                r.Key.Source ?? EnquirySource.Unknown,
                r.Key.Lost,
                r.Key.Declined && r.Key.Lost is null,
                r.Key.Visited ? LostAt.AfterVisit
                    : r.Key.Interested ? LostAt.AfterInterest
                    : r.Key.Packed ? LostAt.AfterPack
                    : r.Key.Contacted ? LostAt.AfterContact
                    : LostAt.BeforeContact,
                r.Count
            )),
        ];
    }
}
