using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Duplicates;

/// <param name="Why">Why they may be the same person after all.</param>
public sealed record LookAgainInput(Guid CaseId, Guid OtherCaseId, string Why);

/// <summary>Takes back that two enquiries are of different people, so that they can be compared and merged (R-ENQ-14).</summary>
public sealed class LookAgain(FosterDb db, EnquiryAct act, CaseHistory history)
{
    public async Task<Result> RunAsync(LookAgainInput input, Actor actor, CancellationToken ct)
    {
        if (
            await act.FindAsync(input.CaseId, ct) is not { } one
            || await act.FindAsync(input.OtherCaseId, ct) is not { } other
        )
            return EnquiryAct.NotFound;
        if (!actor.Is(DuplicateReads.Deciders))
            return Result.Refused(
                "The recruitment officer or the team manager looks at two enquiries again.",
                "R-ENQ-14"
            );
        var (first, second) = NotSamePerson.Pair(one.CaseId, other.CaseId);
        var said = await db.Set<NotSamePerson>()
            .FirstOrDefaultAsync(n => n.CaseId == first && n.OtherCaseId == second, ct);
        if (said is null)
            return Result.Refused(
                "Nobody has said that these two are of different people.",
                "R-ENQ-14"
            );
        db.Remove(said);
        await TellAsync(one, await act.CaseAsync(other, ct), input.Why, actor, ct);
        await TellAsync(other, await act.CaseAsync(one, ct), input.Why, actor, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private Task TellAsync(
        Enquiry enquiry,
        Case with,
        string why,
        Actor actor,
        CancellationToken ct
    ) =>
        history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote(
                "enquiry.look-again",
                with.Restricted
                    ? "To be looked at again beside another enquiry"
                    : $"May be the same person as in {with.Reference} after all"
            )
            {
                Reason = why.Trim(),
                Rules = ["R-ENQ-14"],
            },
            ct
        );
}
