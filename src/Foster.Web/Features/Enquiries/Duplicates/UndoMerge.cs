using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <param name="CaseId">The case that was closed by the merge.</param>
public sealed record UndoMergeInput(Guid CaseId, string Reason);

/// <summary>
/// Takes two merged enquiries apart again: the closed one stands as it did, with its clocks and their old dates, and
/// what it had left in the other goes from there, unless somebody has changed it since.
/// </summary>
public sealed class UndoMerge(
    FosterDb db,
    EnquiryAct act,
    DeadlineBook deadlines,
    NurtureBook nurtures,
    PassCount passing,
    CaseHistory history,
    LondonClock clock
)
{
    private static readonly Result KeptHidden = Result.Refused(
        "You cannot open the enquiry into which this one was merged. Ask somebody who can."
    );

    public async Task<Result> RunAsync(UndoMergeInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var merge = await db.Set<EnquiryMerge>()
            .Where(m => m.CaseId == input.CaseId && m.UndoneAt == null)
            .OrderByDescending(m => m.MergedAt)
            .FirstOrDefaultAsync(ct);
        if (merge is null || enquiry.MergedInto is null)
            return Result.Refused("This enquiry was not merged into another.", "R-ENQ-14");
        var kept = await act.FindAsync(merge.KeptCaseId, ct);
        if (kept is null && !await IsErasedAsync(merge.KeptCaseId, ct))
            return KeptHidden;
        var undone = enquiry.UndoMerge(
            merge.FromState,
            kept,
            actor,
            clock.Today,
            [.. merge.AgainstUndo(clock.Today, input.Reason), .. AgainstOrder(merge, kept)]
        );
        if (!undone.Ok)
            return undone;
        merge.Undo(actor, clock.Now, input.Reason);
        (await act.CaseAsync(enquiry, ct)).ClosedOn = null;
        await passing.UndoAsync(merge, enquiry, kept, ct);
        await deadlines.ResumeAsync(enquiry.CaseId, merge.StoppedClocks, ct);
        await nurtures.ResumeAsync(enquiry.CaseId, merge.EndedNurtures, ct);
        var stay = await TakeBackAsync(merge, ct);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.merge-undone", $"Taken apart from {merge.KeptReference} again")
            {
                From = EnquiryState.Duplicate,
                To = enquiry.State,
                Reason = input.Reason,
                ForApplicant = "We go on with this enquiry by itself again",
                Rules = ["R-ENQ-14", "R-VAL-06"],
            },
            ct
        );
        if (kept is not null)
            await history.WriteAsync(
                actor,
                kept.CaseId,
                new HistoryNote(
                    "enquiry.merge-undone",
                    $"{merge.Reference} was taken out of this enquiry again"
                        + (
                            stay > 0
                                ? $"; carried over, changed since and therefore still here: {stay}"
                                : ""
                        )
                )
                {
                    Reason = input.Reason,
                    ForApplicant = "We took your two enquiries apart again",
                    Rules = ["R-ENQ-14", "R-VAL-06"],
                },
                ct
            );
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }

    /// <summary>What went on from here has to come back first.</summary>
    private static Refusal[] AgainstOrder(EnquiryMerge merge, Enquiry? kept) =>
        kept?.MergedInto is null
            ? []
            :
            [
                new Refusal(
                    $"{merge.KeptReference} was itself merged into another enquiry since. Undo that merge first, then this one.",
                    "R-ENQ-14"
                ),
            ];

    /// <summary>How many stay because somebody changed them.</summary>
    private async Task<int> TakeBackAsync(EnquiryMerge merge, CancellationToken ct)
    {
        var carried = await db.Set<CarriedFact>().Where(f => f.MergeId == merge.Id).ToListAsync(ct);
        db.RemoveRange(carried.Where(f => f.ChangedAt is null));
        return carried.Count(f => f.ChangedAt is not null);
    }

    /// <summary>Nothing is left of a case that was erased; one that is only hidden is not for this actor.</summary>
    private Task<bool> IsErasedAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Case>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .AnyAsync(c => c.Id == caseId && c.ErasedOn != null, ct);
}
