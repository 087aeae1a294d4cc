using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

public sealed record NameOfficerInput(Guid CaseId, Guid AccountId);

/// <summary>Gives an enquiry to one recruitment officer: whom the enquirer asks, and who is reminded (R-ENQ-01).</summary>
public sealed class NameOfficer(
    EnquiryAct act,
    AllocateWorker allocate,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(NameOfficerInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var against = enquiry.Against(EnquiryVerb.NameOfficer, actor.Role);
        if (against.Count > 0)
            return Result.Refused(against);
        var allocated = await allocate.RunAsync(
            new(enquiry.CaseId, input.AccountId, Role.RecruitmentOfficer, clock.Today),
            actor,
            ct
        );
        if (!allocated.Ok)
            return Result.Refused([
                .. allocated.Refusals.Select(r => r with { Field = "officer" }),
            ]);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.officer", "Given to one recruitment officer")
            {
                Rules = ["R-ENQ-01"],
            },
            ct
        );
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
