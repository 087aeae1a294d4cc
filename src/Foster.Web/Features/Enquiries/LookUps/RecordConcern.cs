using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.LookUps;

/// <param name="On">The day somebody told us, or we saw it.</param>
public sealed record RecordConcernInput(Guid CaseId, DateOnly On, string Note);

/// <summary>
/// Writes down a concern about the protection of a child that came without a look into the case system: on the telephone,
/// at a visit, from somebody else. It stops the enquiry like one that was found there (R-ENQ-10).
/// </summary>
public sealed class RecordConcern(
    FosterDb db,
    EnquiryAct act,
    StopForConcern stop,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(RecordConcernInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var against = enquiry.Against(EnquiryVerb.RecordConcern, actor.Role).ToList();
        // However long ago it was told: a concern is never turned away for its date.
        if (input.On > clock.Today)
            against.Add(new("The date must be today or in the past.", "R-VAL-04", "on"));
        if (string.IsNullOrWhiteSpace(input.Note))
            against.Add(new("Say what the concern is.", "R-ENQ-10", "note"));
        if (against.Count > 0)
            return Result.Refused(against);
        var concern = new LookUp
        {
            CouncilId = enquiry.CouncilId,
            CaseId = enquiry.CaseId,
            EnquiryId = enquiry.Id,
            On = input.On,
            Outcome = LookUpOutcome.Concern,
            Told = true,
            Note = input.Note,
            By = actor.Name,
        };
        db.Add(concern);
        await stop.AskAsync(concern, actor, ct);
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
