using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Duplicates;

public sealed record DismissDuplicateInput(Guid CaseId, Guid OtherCaseId);

/// <summary>Somebody has looked at both: they are not the same person, and nobody is asked again (R-ENQ-14).</summary>
public sealed class DismissDuplicate(
    FosterDb db,
    EnquiryAct act,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        DismissDuplicateInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (
            await act.FindAsync(input.CaseId, ct) is not { } one
            || await act.FindAsync(input.OtherCaseId, ct) is not { } other
        )
            return EnquiryAct.NotFound;
        if (!actor.Is(DuplicateReads.Deciders))
            return Result.Refused(
                "The recruitment officer or the team manager says whether two enquiries are of the same person.",
                "R-ENQ-14"
            );
        if (one.MergedInto == other.CaseId || other.MergedInto == one.CaseId)
            return Result.Refused(
                "The two were merged. Undo the merge if they are different people.",
                "R-ENQ-14"
            );
        var (first, second) = NotSamePerson.Pair(one.CaseId, other.CaseId);
        var earlier = await db.Set<NotSamePerson>()
            .AsNoTracking()
            .FirstOrDefaultAsync(n => n.CaseId == first && n.OtherCaseId == second, ct);
        if (earlier is not null)
            return Result.Refused(
                $"{earlier.By} said so already on {BritishDate.Long(clock.DateOf(earlier.At))}.",
                "R-ENQ-14"
            );
        db.Add(
            new NotSamePerson
            {
                CouncilId = one.CouncilId,
                CaseId = first,
                OtherCaseId = second,
                At = clock.Now,
                ById = actor.AccountId,
                By = actor.Name,
            }
        );
        await TellAsync(one, await act.CaseAsync(other, ct), actor, ct);
        await TellAsync(other, await act.CaseAsync(one, ct), actor, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>A restricted case is named in its own history and in no other.</summary>
    private Task TellAsync(Enquiry enquiry, Case than, Actor actor, CancellationToken ct) =>
        history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote(
                "enquiry.not-same",
                than.Restricted
                    ? "Looked at beside another enquiry: not the same person"
                    : $"Not the same person as in {than.Reference}"
            )
            {
                Rules = ["R-ENQ-14"],
            },
            ct
        );
}
