using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <param name="Why">How it is known that they are the same person.</param>
public sealed record MergeEnquiryInput(Guid CaseId, Guid OtherCaseId, string Why);

/// <summary>
/// Somebody who has looked at both merges two enquiries of one person (R-ENQ-14): the younger is closed as a duplicate
/// (T-ENQ-07) and points to the one that goes on, which gets what it did not know. One that led to an invitation goes on
/// whatever its age, and after that the one of two people before the one of one. Nothing is lost, and all of it can be
/// undone.
/// </summary>
public sealed class MergeEnquiry(
    FosterDb db,
    EnquiryAct act,
    EnquiryReads enquiries,
    DuplicateReads duplicates,
    LookUpReads lookUps,
    CarryOver carry,
    PassCount passing,
    NurtureBook nurtures,
    ITransferTrack transfers,
    RestrictCase restrict,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(MergeEnquiryInput input, Actor actor, CancellationToken ct)
    {
        if (
            await act.FindAsync(input.CaseId, ct) is not { } one
            || await act.FindAsync(input.OtherCaseId, ct) is not { } other
        )
            return EnquiryAct.NotFound;
        var (merged, kept) = InOrder(one, other);
        var (mergedCase, keptCase) = (
            await act.CaseAsync(merged, ct),
            await act.CaseAsync(kept, ct)
        );
        var from = (await enquiries.FindAsync(merged.CaseId, ct))!;
        var to = (await enquiries.FindAsync(kept.CaseId, ct))!;
        var clocks = await db.Set<Deadline>()
            .Where(d => d.CaseId == merged.CaseId && d.Status == DeadlineStatus.Open)
            .Select(d => d.Id)
            .ToListAsync(ct);
        var merge = new EnquiryMerge
        {
            CouncilId = merged.CouncilId,
            CaseId = merged.CaseId,
            Reference = mergedCase.Reference,
            KeptCaseId = kept.CaseId,
            KeptReference = keptCase.Reference,
            FromState = merged.State,
            WasCounted = merged.Counted,
            WasNotCounted = merged.NotCounted,
            WasCountedWith = merged.CountsWith,
            WasFirstSource = merged.FirstSource,
            WasFirstCampaignId = merged.FirstCampaignId,
            KeptCounted = kept.Counted,
            KeptNotCounted = kept.NotCounted,
            KeptCountedWith = kept.CountsWith,
            KeptFirstSource = kept.FirstSource,
            KeptFirstCampaignId = kept.FirstCampaignId,
            Clocks = EnquiryMerge.Written(clocks),
            Nurtures = EnquiryMerge.Written(await nurtures.LiveAsync(merged.CaseId, ct)),
            MergedAt = clock.Now,
            MergedOn = clock.Today,
            MergedById = actor.AccountId,
            MergedBy = actor.Name,
        };
        var against = Against(kept, mergedCase, keptCase);
        if ((await duplicates.OfAsync(merged.CaseId, ct)).All(l => l.CaseId != kept.CaseId))
            against.Add(
                new(
                    $"Nothing on record says that {merge.Reference} and {merge.KeptReference} are of the same person, or somebody has said that they are not.",
                    "R-ENQ-14"
                )
            );
        against.AddRange(AgainstTwo(from, to));
        var transfer = await transfers.WordsAsync(merged.CaseId, ct);
        if (transfer is not null && await transfers.WordsAsync(kept.CaseId, ct) is null)
            against.Add(
                new(
                    $"{merge.Reference} is a transfer from another service, with dates of its own, and {merge.KeptReference} is none. Open the transfer on {merge.KeptReference} first, then merge.",
                    "R-ENQ-12"
                )
            );
        foreach (var side in new[] { merged.CaseId, kept.CaseId })
            against.AddRange(await lookUps.AgainstAsync(side, ct));
        var moved = merged.MergeInto(kept, actor, clock.Now, clock.Today, against);
        if (!moved.Ok)
            return moved;
        db.Add(merge);
        await passing.MergeAsync(merge, merged, kept, ct);
        var carried = await carry.AddAsync(merge, from, to, transfer, ct);
        await ConnectAsync(mergedCase, keptCase, actor, ct);
        await act.EndAsync(merged, $"The enquiry was merged into {merge.KeptReference}", ct);
        await TellAsync(merge, merged, carried, input.Why, actor, ct);
        await act.SaveAsync(merged, ct);
        return Result.Done;
    }

    /// <summary>The one that is closed, and the one that goes on.</summary>
    internal static (Enquiry Merged, Enquiry Kept) InOrder(Enquiry one, Enquiry other)
    {
        if (one.State is EnquiryState.InvitedToApply != other.State is EnquiryState.InvitedToApply)
            return one.State is EnquiryState.InvitedToApply ? (other, one) : (one, other);
        if (one.Joint != other.Joint)
            return one.Joint ? (other, one) : (one, other);
        return (one.ReceivedAt, one.Id).CompareTo((other.ReceivedAt, other.Id)) > 0
            ? (one, other)
            : (other, one);
    }

    /// <summary>A partner is a person of the case, with an application of their own, and no line beside it.</summary>
    private static Refusal[] AgainstTwo(EnquiryView from, EnquiryView to) =>
        from.People.Count(p => p.IsApplicant) > to.People.Count(p => p.IsApplicant)
            ?
            [
                new Refusal(
                    $"{from.Reference} is of two people and {to.Reference} of one. Add the partner to the application of {to.Reference} first, then merge.",
                    "R-ENQ-14"
                ),
            ]
            : [];

    /// <summary>Whoever is connected with the one is never named for the other (R-SOD-08).</summary>
    private async Task ConnectAsync(Case merged, Case kept, Actor actor, CancellationToken ct)
    {
        var known = Lines(kept);
        var all = known.Union(Lines(merged)).ToList();
        if (kept.Restricted && all.Count > known.Length)
            await restrict.RunAsync(new(kept, EnquiryAct.WhyRestricted, all), actor, ct);

        static string[] Lines(Case of) =>
            (of.Connections ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static List<Refusal> Against(Enquiry kept, Case mergedCase, Case keptCase)
    {
        var against = new List<Refusal>();
        if (mergedCase.Id == keptCase.Id)
            against.Add(new("This is one enquiry: there is nothing to merge.", "R-ENQ-14"));
        if (kept.MergedInto is not null)
            against.Add(
                new(
                    $"{keptCase.Reference} was itself merged into another enquiry. Merge with that one.",
                    "R-ENQ-14"
                )
            );
        else if (!kept.IsOpen && kept.State is not EnquiryState.InvitedToApply)
            against.Add(
                new(
                    $"{keptCase.Reference} is {EnquiryMachine.Words(kept.State)}: an enquiry goes on only in one that is open or led to an invitation.",
                    "R-ENQ-14"
                )
            );
        if (mergedCase.Restricted != keptCase.Restricted)
            against.Add(
                new(
                    "One of the two is restricted and the other is not. Merging would show it to people who are not named for it.",
                    "R-SOD-08"
                )
            );
        return against;
    }

    private async Task TellAsync(
        EnquiryMerge merge,
        Enquiry merged,
        int carried,
        string why,
        Actor actor,
        CancellationToken ct
    )
    {
        await history.WriteAsync(
            actor,
            merge.CaseId,
            new HistoryNote("enquiry.merged", $"Merged into {merge.KeptReference}")
            {
                From = merge.FromState,
                To = merged.State,
                ReasonCode = nameof(Closing.Duplicate),
                Reason = why,
                ForApplicant = "We put your two enquiries together and go on with the other one",
                Rules = ["T-ENQ-07", "R-ENQ-14"],
            },
            ct
        );
        await history.WriteAsync(
            actor,
            merge.KeptCaseId,
            new HistoryNote(
                "enquiry.merged-here",
                $"{merge.Reference} was merged into this enquiry; carried over: {carried}"
            )
            {
                Reason = why,
                ForApplicant = "We put your two enquiries together",
                Rules = ["R-ENQ-14"],
            },
            ct
        );
    }
}
