using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>Whose an enquiry becomes, and by which verb.</summary>
/// <param name="Field">The form field that refusals belong to.</param>
public sealed record NamedWorker(
    Guid CaseId,
    Guid AccountId,
    Role Role,
    EnquiryVerb Verb,
    string Field
);

/// <summary>Gives an enquiry to a member of staff in one of its roles.</summary>
public sealed class NameWorker(
    EnquiryAct act,
    LookUps.LookUpReads lookUps,
    AllocateWorker allocate,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        NamedWorker named,
        HistoryNote note,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(named.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        List<Refusal> against =
        [
            .. enquiry.Against(named.Verb, actor.Role),
            // Somebody holds it whatever stops it.
            .. EnquiryMachine.StoppedByConcern.Contains(named.Verb)
                ? await lookUps.AgainstAsync(enquiry.CaseId, ct)
                : [],
        ];
        if (against.Count > 0)
            return Result.Refused(against);
        var allocated = await allocate.RunAsync(
            new(enquiry.CaseId, named.AccountId, named.Role, clock.Today),
            actor,
            ct
        );
        if (!allocated.Ok)
            return Result.Refused([
                .. allocated.Refusals.Select(r => r with { Field = named.Field }),
            ]);
        await history.WriteAsync(actor, enquiry.CaseId, note, ct);
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
