using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

public sealed record AllocateVisitInput(Guid CaseId, Guid AssessorId);

/// <summary>Names the assessor who visits; the case is open to them from then on.</summary>
public sealed class AllocateVisit(
    EnquiryAct act,
    AllocateWorker allocate,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(AllocateVisitInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var against = enquiry.Against(EnquiryVerb.NameAssessor, actor.Role);
        if (against.Count > 0)
            return Result.Refused(against);
        var allocated = await allocate.RunAsync(
            new(enquiry.CaseId, input.AssessorId, Role.Assessor, clock.Today),
            actor,
            ct
        );
        if (!allocated.Ok)
            return Result.Refused([
                .. allocated.Refusals.Select(r => r with { Field = "assessor" }),
            ]);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.assessor", "Asked to make the initial visit")
            {
                Rules = ["R-ENQ-05"],
            },
            ct
        );
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
