using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <param name="ReasonCode">For a decline.</param>
/// <param name="Reasons">For a decline they stand in the letter as they are written here.</param>
public sealed record DecideVisitOutcomeInput(
    Guid CaseId,
    bool Invite,
    DeclineReason? ReasonCode,
    string Reasons
);

/// <summary>The team manager invites to apply or declines, with reasons (T-ENQ-06, T-ENQ-07).</summary>
public sealed class DecideVisitOutcome(
    FosterDb db,
    EnquiryAct act,
    LookUpReads lookUps,
    DeclineEnquiry decline,
    DeadlineBook deadlines,
    CaseHistory history,
    HandOver handOver,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        DecideVisitOutcomeInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        if (!input.Invite)
            return await DeclineAsync(enquiry, input, actor, ct);
        var from = enquiry.State;
        var invited = enquiry.Invite(
            actor,
            clock.Now,
            await lookUps.AgainstAsync(enquiry.CaseId, ct)
        );
        if (!invited.Ok)
            return invited;
        db.Add(DeclineEnquiry.Row(enquiry, actor, clock, true, null, input.Reasons));
        await deadlines.MeetAsync(enquiry.CaseId, DeadlineRules.VisitOutcome, clock.Today, ct);
        await deadlines.CancelAsync(
            enquiry.CaseId,
            DeadlineRules.NoContactClosure,
            "Invited to apply",
            ct
        );
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.invited", "Invited to apply")
            {
                From = from,
                To = enquiry.State,
                Reason = input.Reasons,
                ForApplicant = "We invited you to apply",
                Rules = ["T-ENQ-06", "R-ENQ-07"],
            },
            ct
        );
        await handOver.PublishAsync(
            new InvitedToApply(enquiry.CaseId, enquiry.Id, clock.Today),
            actor,
            ct
        );
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }

    private async Task<Result> DeclineAsync(
        Enquiry enquiry,
        DecideVisitOutcomeInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        Refusal[] against =
            enquiry.State is EnquiryState.VisitCompleted
                ? []
                : [new("The outcome of a visit is decided after the visit.", "T-ENQ-06")];
        var declined = await decline.RunAsync(
            new(enquiry, input.ReasonCode, input.Reasons, against),
            actor,
            ct
        );
        if (declined.Ok)
            await act.SaveAsync(enquiry, ct);
        return declined;
    }
}
