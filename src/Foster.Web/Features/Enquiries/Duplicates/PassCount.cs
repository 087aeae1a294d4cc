using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <summary>
/// Keeps a household in the numbers once, never twice and never not at all, when the enquiry that was counted for it ends
/// as one of two or is erased (M-OFS-03): another one is counted in its place. The callers save.
/// </summary>
public sealed class PassCount(FosterDb db)
{
    public async Task MergeAsync(
        EnquiryMerge merge,
        Enquiry merged,
        Enquiry kept,
        CancellationToken ct
    )
    {
        var followers = merged.Counted
            ? (await FollowersAsync(merged.CaseId, ct)).Where(f => f.Id != kept.Id).ToList()
            : [];
        var passes =
            merged.Counted && !kept.Counted && !await CountsElsewhereAsync(kept, merged, ct);
        if (passes)
            kept.CountInPlaceOf(merged);
        var with = kept.Counted ? kept.CaseId : kept.CountsWith ?? kept.CaseId;
        foreach (var follower in followers)
            follower.CountWith(with);
        merge.Pass(passes, followers.Select(f => f.Id));
        merged.DoNotCount(NotCounted.Merged, with);
    }

    /// <param name="kept">Null where nothing is left of it.</param>
    public async Task UndoAsync(
        EnquiryMerge merge,
        Enquiry merged,
        Enquiry? kept,
        CancellationToken ct
    )
    {
        merged.CountAs(merge.Was);
        var ids = merge.HadFollowers;
        var followers = await Everybody().Where(f => ids.Contains(f.Id)).ToListAsync(ct);
        if (kept is not null && merge.PassedCount)
        {
            kept.CountAs(merge.KeptWas);
            // Whoever came since counted with the one that was counted then.
            followers.AddRange(await FollowersAsync(kept.CaseId, ct));
        }
        foreach (var follower in followers.Where(f => f.Id != merged.Id))
            follower.CountWith(merged.CaseId);
    }

    /// <summary>Closed by hand as one of two: an enquiry that counted with it is counted instead.</summary>
    public async Task CloseAsync(Enquiry closed, CancellationToken ct)
    {
        var heir = closed.Counted ? await InheritAsync(closed, ct) : null;
        closed.DoNotCount(NotCounted.Duplicate, heir?.CaseId ?? closed.CountsWith);
    }

    /// <summary>Before it is erased: true where another one is counted in its place from now on.</summary>
    public async Task<bool> EraseAsync(Enquiry erased, CancellationToken ct) =>
        erased.Counted
        && await InheritAsync(erased, ct, but: h => erased.VisitedOn is not null && !GotOn(h))
            is not null;

    /// <summary>Of those that count with it the one that got the furthest, or else the first.</summary>
    /// <param name="but">Whoever got less far than it did itself does not take its place.</param>
    private async Task<Enquiry?> InheritAsync(
        Enquiry from,
        CancellationToken ct,
        Predicate<Enquiry>? but = null
    )
    {
        var followers = await FollowersAsync(from.CaseId, ct);
        var heir = followers
            .Where(f => f.NotCounted is NotCounted.RepeatContact or NotCounted.SameHousehold)
            .OrderByDescending(GotOn)
            .FirstOrDefault();
        if (heir is null || but?.Invoke(heir) is true)
            return null;
        heir.CountInPlaceOf(from);
        foreach (var follower in followers.Where(f => f.Id != heir.Id))
            follower.CountWith(heir.CaseId);
        return heir;
    }

    private static bool GotOn(Enquiry enquiry) =>
        enquiry.IsOpen
        || enquiry.State is EnquiryState.InvitedToApply
        || enquiry.VisitedOn is not null;

    /// <summary>A third enquiry of the household stands in the numbers already.</summary>
    private async Task<bool> CountsElsewhereAsync(
        Enquiry kept,
        Enquiry merged,
        CancellationToken ct
    ) =>
        kept.CountsWith is { } with
        && with != merged.CaseId
        && await Everybody().AnyAsync(e => e.CaseId == with && e.Counted, ct);

    private Task<List<Enquiry>> FollowersAsync(Guid caseId, CancellationToken ct) =>
        Everybody()
            .Where(e => e.CountsWith == caseId)
            .OrderBy(e => e.ReceivedAt)
            .ThenBy(e => e.Id)
            .ToListAsync(ct);

    /// <summary>Also those whom the actor may not see: nothing of them is shown, and the numbers stay right.</summary>
    private IQueryable<Enquiry> Everybody() =>
        db.Set<Enquiry>().IgnoreQueryFilters([FosterDb.CaseFilter]);
}
