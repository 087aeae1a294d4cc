using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <param name="BothPartnersSeen">Asked of a couple only; null for somebody alone.</param>
public sealed record RecordVisitInput(
    Guid CaseId,
    DateOnly On,
    bool? BothPartnersSeen,
    bool AccommodationViewed,
    bool BedroomViewed,
    string Note
);

/// <summary>The assessor writes down the initial visit; it counts when everybody and everything was seen (T-ENQ-05).</summary>
public sealed class RecordVisit(
    FosterDb db,
    EnquiryAct act,
    LookUps.LookUpReads lookUps,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(RecordVisitInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var missing = new List<Refusal>(await lookUps.AgainstAsync(enquiry.CaseId, ct));
        missing.AddRange(
            await backDating.AgainstInsteadAsync("assessor", actor, ct, (input.On, "on"))
        );
        if (enquiry.Joint && input.BothPartnersSeen is not true)
            missing.Add(
                new(
                    "Both partners must be seen. Book another visit with both of them.",
                    "R-ENQ-06",
                    "both-seen"
                )
            );
        if (!input.AccommodationViewed)
            missing.Add(new("The home must be viewed.", "R-ENQ-06", "home-viewed"));
        if (!input.BedroomViewed)
            missing.Add(
                new("The bedroom for a child must be viewed.", "R-ENQ-06", "bedroom-viewed")
            );
        var from = enquiry.State;
        var recorded = enquiry.RecordVisit(actor, input.On, missing);
        if (!recorded.Ok)
            return recorded;
        var visit = await db.Set<InitialVisit>()
            .SingleAsync(v => v.EnquiryId == enquiry.Id && v.CompletedOn == null, ct);
        visit.CompletedOn = input.On;
        visit.BothPartnersSeen = enquiry.Joint ? input.BothPartnersSeen : null;
        visit.AccommodationViewed = input.AccommodationViewed;
        visit.BedroomViewed = input.BedroomViewed;
        visit.Note = input.Note;
        visit.RecordedBy = actor.Name;
        await deadlines.MeetAsync(enquiry.CaseId, DeadlineRules.InitialVisit, input.On, ct);
        await deadlines.OpenAsync(
            enquiry.CouncilId,
            enquiry.CaseId,
            enquiry.Id,
            DeadlineRules.VisitOutcome,
            input.On,
            Role.TeamManager,
            ct,
            forApplicant: "We write to you with the outcome of the visit by"
        );
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.visited", "Initial visit done")
            {
                OccurredOn = input.On,
                From = from,
                To = enquiry.State,
                ForApplicant = "We visited you at home",
                Rules = ["T-ENQ-05", "R-ENQ-06", "R-ENQ-07"],
            },
            ct
        );
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
