using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

public sealed record DeclineEnquiryInput(
    Enquiry Enquiry,
    DeclineReason? ReasonCode,
    string Reasons,
    IReadOnlyList<Refusal> Against
);

/// <summary>
/// Ends an enquiry with a decline and its letter. It is no determination: the letter names the ordinary complaints route
/// and no review (R-ENQ-08). The caller saves.
/// </summary>
public sealed class DeclineEnquiry(
    FosterDb db,
    EnquiryAct act,
    IssueLetter letters,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    private const int LeastReasons = 20;

    public async Task<Result> RunAsync(DeclineEnquiryInput input, Actor actor, CancellationToken ct)
    {
        var enquiry = input.Enquiry;
        var against = new List<Refusal>(input.Against);
        if (input.ReasonCode is null)
            against.Add(new("Select the main reason.", "R-VAL-06", "reason"));
        if (input.Reasons.Trim().Length < LeastReasons)
            against.Add(
                new(
                    $"Give the reasons in at least {LeastReasons} characters.",
                    "R-VAL-06",
                    "reasons"
                )
            );
        var from = enquiry.State;
        var declined = enquiry.Decline(
            actor,
            clock.Now,
            clock.Today,
            input.ReasonCode?.ToString() ?? "",
            against
        );
        if (!declined.Ok)
            return declined;
        db.Add(Row(enquiry, actor, clock, false, input.ReasonCode, input.Reasons));
        await deadlines.MeetAsync(enquiry.CaseId, DeadlineRules.VisitOutcome, clock.Today, ct);
        await act.EndAsync(enquiry, "The enquiry was declined", ct);
        var council = await act.CouncilAsync(enquiry, ct);
        await letters.RunAsync(
            new(
                enquiry.CaseId,
                "enquiry.declined",
                "Your enquiry about fostering",
                DeclineLetter.Body(
                    (await act.CaseAsync(enquiry, ct)).Reference,
                    council,
                    input.Reasons
                )
            ),
            actor,
            ct
        );
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.declined", "Enquiry declined; the letter is issued")
            {
                From = from,
                To = enquiry.State,
                ReasonCode = input.ReasonCode.ToString(),
                Reason = input.Reasons,
                ForApplicant = "We decided not to invite you to apply. Our letter says why",
                Rules = ["T-ENQ-07", "R-ENQ-08", "R-VAL-06"],
            },
            ct
        );
        return Result.Done;
    }

    internal static VisitOutcome Row(
        Enquiry enquiry,
        Actor actor,
        LondonClock clock,
        bool invited,
        DeclineReason? reason,
        string reasons
    ) =>
        new()
        {
            CouncilId = enquiry.CouncilId,
            CaseId = enquiry.CaseId,
            EnquiryId = enquiry.Id,
            DecidedAt = clock.Now,
            DecidedOn = clock.Today,
            DecidedById = actor.AccountId,
            DecidedBy = actor.Name,
            Invited = invited,
            ReasonCode = reason,
            Reasons = reasons,
        };
}
