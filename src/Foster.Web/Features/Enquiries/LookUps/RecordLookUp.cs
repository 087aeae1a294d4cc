using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.LookUps;

/// <param name="TheyKnow">They were told that we look, before we did.</param>
public sealed record RecordLookUpInput(
    Guid CaseId,
    bool TheyKnow,
    DateOnly On,
    LookUpOutcome Outcome,
    string? Note
);

/// <summary>
/// Writes down what the council's own case system says. It is made with their knowledge only; a concern about the
/// protection of a child stops the enquiry and is the team manager's from then on (R-ENQ-10).
/// </summary>
public sealed class RecordLookUp(
    FosterDb db,
    EnquiryAct act,
    StopForConcern stop,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(RecordLookUpInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var against = enquiry.Against(EnquiryVerb.LookUp, actor.Role).ToList();
        if (!input.TheyKnow)
            against.Add(
                new("Tell them first: we look only with their knowledge.", "R-ENQ-10", "know")
            );
        against.AddRange(await backDating.AgainstAsync(input.On, actor, ct));
        if (input.On < enquiry.ReceivedOn)
            against.Add(new("The date is before the enquiry arrived.", "R-VAL-04", "on"));
        var concern = input.Outcome == LookUpOutcome.Concern;
        if (concern && string.IsNullOrWhiteSpace(input.Note))
            against.Add(new("Say what the concern is.", "R-ENQ-10", "note"));
        if (against.Count > 0)
            return Result.Refused(against);
        var look = new LookUp
        {
            CouncilId = enquiry.CouncilId,
            CaseId = enquiry.CaseId,
            EnquiryId = enquiry.Id,
            On = input.On,
            Outcome = input.Outcome,
            Note = input.Note,
            By = actor.Name,
        };
        db.Add(look);
        // The same entry whatever was found, so that it says nothing to whoever reads the timeline.
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.looked-up", "Looked into the council's case system")
            {
                OccurredOn = input.On,
                Rules = ["R-ENQ-10"],
            },
            ct
        );
        if (concern)
            await stop.AskAsync(look, actor, ct);
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
