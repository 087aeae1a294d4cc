using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>Into what an enquiry was merged.</summary>
public sealed record MergedAway(
    Guid KeptCaseId,
    string KeptReference,
    DateOnly On,
    string By,
    DateOnly LastDayToUndo,
    bool MayBeUndone
);

/// <summary>An enquiry that was merged into another one, as that one tells it.</summary>
public sealed record MergedHere(
    Guid CaseId,
    string Reference,
    DateOnly On,
    string By,
    DateOnly LastDayToUndo,
    bool MayBeUndone
);

/// <summary>What one enquiry has from others, and where it went itself.</summary>
public sealed class MergeReads(FosterDb db, LondonClock clock)
{
    /// <summary>Null where it was not merged into another.</summary>
    public async Task<MergedAway?> AwayAsync(Guid caseId, CancellationToken ct)
    {
        var merge = await db.Set<EnquiryMerge>()
            .AsNoTracking()
            .Where(m => m.CaseId == caseId && m.UndoneAt == null)
            .OrderByDescending(m => m.MergedAt)
            .FirstOrDefaultAsync(ct);
        return merge is null
            ? null
            : new MergedAway(
                merge.KeptCaseId,
                merge.KeptReference,
                merge.MergedOn,
                merge.MergedBy,
                merge.LastDayToUndo,
                clock.Today <= merge.LastDayToUndo
            );
    }

    /// <summary>What was merged into an enquiry and still is, the newest first, as far as the reader sees it.</summary>
    public async Task<IReadOnlyList<MergedHere>> HereAsync(Guid caseId, CancellationToken ct) =>
        (
            await db.Set<EnquiryMerge>()
                .AsNoTracking()
                .Where(m => m.KeptCaseId == caseId && m.UndoneAt == null)
                .OrderByDescending(m => m.MergedAt)
                .ToListAsync(ct)
        ).ConvertAll(m => new MergedHere(
            m.CaseId,
            m.Reference,
            m.MergedOn,
            m.MergedBy,
            m.LastDayToUndo,
            clock.Today <= m.LastDayToUndo
        ));

    /// <summary>What was carried over into an enquiry, the newest first.</summary>
    public async Task<IReadOnlyList<CarriedFact>> CarriedAsync(Guid caseId, CancellationToken ct) =>
        await db.Set<CarriedFact>()
            .AsNoTracking()
            .Where(f => f.CaseId == caseId)
            .OrderByDescending(f => f.At)
            .ThenBy(f => f.Id)
            .ToListAsync(ct);

    /// <summary>One of them; null where it is not there (any more).</summary>
    public Task<CarriedFact?> CarriedAsync(Guid caseId, Guid carriedFactId, CancellationToken ct) =>
        db.Set<CarriedFact>()
            .AsNoTracking()
            .SingleOrDefaultAsync(f => f.Id == carriedFactId && f.CaseId == caseId, ct);

    /// <summary>The case in which an enquiry goes on, along all merges; itself where it was not merged.</summary>
    public async Task<Guid> GoesOnInAsync(Guid caseId, CancellationToken ct)
    {
        const int longest = 5;
        for (var i = 0; i < longest; i++)
        {
            var next = await db.Set<Enquiry>()
                .AsNoTracking()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .Where(e => e.CaseId == caseId)
                .Select(e => e.MergedInto)
                .FirstOrDefaultAsync(ct);
            if (next is not { } into)
                break;
            caseId = into;
        }
        return caseId;
    }
}
