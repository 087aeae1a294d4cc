using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Letters;
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
/// <param name="LetterRead">The mark of the letter as it was read before; null where nobody had to.</param>
public sealed record DecideVisitOutcomeInput(
    Guid CaseId,
    bool Invite,
    DeclineReason? ReasonCode,
    string Reasons,
    string? LetterRead = null
);

/// <summary>The team manager invites to apply or declines, with reasons (T-ENQ-06, T-ENQ-07).</summary>
public sealed class DecideVisitOutcome(
    FosterDb db,
    EnquiryAct act,
    LookUpReads lookUps,
    IEnumerable<IInvitationGuard> guards,
    DeclineEnquiry decline,
    EnquiryLetterReads drafts,
    IssueLetter letters,
    DeadlineBook deadlines,
    CaseHistory history,
    HandOver handOver,
    LondonClock clock
)
{
    /// <summary>The letter as it would go out, or everything against it. Nothing is changed.</summary>
    public async Task<Result<LetterDraft>> DraftAsync(
        DecideVisitOutcomeInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return Result<LetterDraft>.Refused(EnquiryAct.NotFound.Refusals);
        if (!input.Invite)
            return await decline.DraftAsync(Declining(enquiry, input), actor, ct);
        List<Refusal> against =
        [
            .. enquiry.Against(EnquiryVerb.Invite, actor.Role),
            .. await AgainstInvitingAsync(enquiry, ct),
        ];
        return against.Count > 0
            ? Result<LetterDraft>.Refused(against)
            : await drafts.InvitedAsync(enquiry, ct);
    }

    public Task<Result> RunAsync(
        DecideVisitOutcomeInput input,
        Actor actor,
        CancellationToken ct
    ) => db.WriteTogetherAsync(() => DecideAsync(input, actor, ct), ct);

    private async Task<Result> DecideAsync(
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
        var letter = await drafts.InvitedAsync(enquiry, ct);
        var invited = enquiry.Invite(
            actor,
            clock.Now,
            [.. await AgainstInvitingAsync(enquiry, ct), .. letter.AgainstUnread(input.LetterRead)]
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
        await letters.IssueAsync(letter, actor, ct);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.invited", "Invited to apply; the letter is issued")
            {
                From = from,
                To = enquiry.State,
                Reason = input.Reasons,
                ForApplicant = "We invited you to apply",
                Rules = ["T-ENQ-06", "R-ENQ-07", "R-APP-04"],
                Payload = new { Letter = letter.Template.Key, Words = letter.Version },
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

    /// <summary>A concern, or an application that one of them has already: nobody gets a letter that leads nowhere.</summary>
    private async Task<IReadOnlyList<Refusal>> AgainstInvitingAsync(
        Enquiry enquiry,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>(await lookUps.AgainstAsync(enquiry.CaseId, ct));
        foreach (var guard in guards)
            against.AddRange(await guard.AgainstAsync(enquiry.CaseId, ct));
        return against;
    }

    private async Task<Result> DeclineAsync(
        Enquiry enquiry,
        DecideVisitOutcomeInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var declined = await decline.RunAsync(Declining(enquiry, input), actor, ct);
        if (declined.Ok)
            await act.SaveAsync(enquiry, ct);
        return declined;
    }

    private static DeclineEnquiryInput Declining(Enquiry enquiry, DecideVisitOutcomeInput input) =>
        new(
            enquiry,
            input.ReasonCode,
            input.Reasons,
            enquiry.State is EnquiryState.VisitCompleted
                ? []
                : [new("The outcome of a visit is decided after the visit.", "T-ENQ-06")],
            input.LetterRead
        );
}
