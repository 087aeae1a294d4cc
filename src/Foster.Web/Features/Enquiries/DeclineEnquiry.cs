using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Letters;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <param name="LetterRead">The mark of the letter as it was read before; null where nobody had to.</param>
public sealed record DeclineEnquiryInput(
    Enquiry Enquiry,
    DeclineReason? ReasonCode,
    string Reasons,
    IReadOnlyList<Refusal> Against,
    string? LetterRead = null
);

/// <summary>
/// Ends an enquiry with a decline and its letter. It is no determination: the letter names the ordinary complaints route
/// and no review (R-ENQ-08). The caller saves.
/// </summary>
public sealed class DeclineEnquiry(
    FosterDb db,
    EnquiryAct act,
    EnquiryLetterReads drafts,
    IssueLetter letters,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    /// <summary>The letter as it would go out, or everything against it. Nothing is changed.</summary>
    public async Task<Result<LetterDraft>> DraftAsync(
        DeclineEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var draft = await drafts.DeclinedAsync(input.Enquiry, input.Reasons, ct);
        List<Refusal> against =
        [
            .. input.Enquiry.Against(EnquiryVerb.Decline, actor.Role),
            .. Against(input, draft),
        ];
        return against.Count > 0 ? Result<LetterDraft>.Refused(against) : draft;
    }

    public async Task<Result> RunAsync(DeclineEnquiryInput input, Actor actor, CancellationToken ct)
    {
        var enquiry = input.Enquiry;
        var draft = await drafts.DeclinedAsync(enquiry, input.Reasons, ct);
        List<Refusal> against =
        [
            .. Against(input, draft),
            .. draft.AgainstUnread(input.LetterRead),
        ];
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
        foreach (var owed in new[] { DeadlineRules.VisitOutcome, DeadlineRules.EnquiryConcern })
            await deadlines.MeetAsync(enquiry.CaseId, owed, clock.Today, ct);
        await act.EndAsync(enquiry, "The enquiry was declined", ct);
        await letters.IssueAsync(draft, actor, ct);
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
                Payload = new { Letter = draft.Template.Key, Words = draft.Version },
            },
            ct
        );
        return Result.Done;
    }

    private static IEnumerable<Refusal> Against(DeclineEnquiryInput input, LetterDraft draft) =>
        [
            .. input.Against,
            .. input.ReasonCode is null
                ? (Refusal[])[new("Select the main reason.", "R-VAL-06", "reason")]
                : [],
            .. ReasonRule.Against(input.Reasons, "reasons"),
            .. draft.Template.NeverSaid(input.Reasons, "reasons"),
        ];

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
