using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Features.Enquiries.Letters;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <param name="ReasonCode">Such as changed-mind, not-now, went-elsewhere, other.</param>
/// <param name="Again">What they said of being asked again, where staff write it down.</param>
/// <param name="LetterRead">The mark of the letter as it was read before; null where nobody had to.</param>
public sealed record WithdrawEnquiryInput(
    Guid CaseId,
    string ReasonCode,
    string? Statement,
    AskAgain? Again = null,
    string? LetterRead = null
);

/// <summary>The enquirer withdraws, or an officer writes it down for them. It takes effect the same day (T-ENQ-10).</summary>
public sealed class WithdrawEnquiry(
    EnquiryAct act,
    CaseReads cases,
    EnquiryLetterReads drafts,
    IssueLetter letters,
    IKnownChildTrack knownChildren,
    AskAgainBook asking,
    CaseHistory history,
    Outbox outbox,
    LondonClock clock
)
{
    private const string NotNow = "not-now";

    /// <summary>The letter as it would go out, null for none, or everything against it. Nothing is changed.</summary>
    public async Task<Result<LetterDraft?>> DraftAsync(
        WithdrawEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return Result<LetterDraft?>.Refused(EnquiryAct.NotFound.Refusals);
        List<Refusal> against =
        [
            .. enquiry.Against(EnquiryVerb.Withdraw, actor.Role),
            .. await asking.AgainstAsync(enquiry, input.Again, ct),
        ];
        return against.Count > 0
            ? Result<LetterDraft?>.Refused(against)
            : Result.Of(await LetterAsync(enquiry, input, actor, ct));
    }

    public async Task<Result> RunAsync(
        WithdrawEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var enquirer = (await cases.ApplicantsAsync(enquiry.CaseId, ct))[0];
        // Their own enquiry goes on elsewhere, and that is what they end.
        if (
            enquiry.State is EnquiryState.ReroutedConnected
            && actor.Role is (Role.LinkHolder or Role.ProspectiveCarer)
        )
            return await WithdrawKnownAsync(enquiry, enquirer, input, actor, ct);
        var by = actor.Role.IsStaff() ? actor with { OnBehalfOf = enquirer.FullName } : actor;
        var from = enquiry.State;
        var letter = await LetterAsync(enquiry, input, actor, ct);
        var moved = enquiry.End(
            EnquiryVerb.Withdraw,
            by,
            clock.Now,
            clock.Today,
            input.ReasonCode,
            [
                .. await asking.AgainstAsync(enquiry, input.Again, ct),
                .. letter?.AgainstUnread(input.LetterRead) ?? [],
            ]
        );
        if (!moved.Ok)
            return moved;
        await act.EndAsync(enquiry, "The enquiry was withdrawn", ct);
        if (input.Again is { } again)
            await asking.AgreedAsync(
                enquiry,
                input.ReasonCode == NotNow ? NurtureWhy.NotNow : NurtureWhy.Lost,
                again,
                by,
                ct
            );
        await history.WriteAsync(
            by,
            enquiry.CaseId,
            new HistoryNote("enquiry.withdrawn", "Enquiry withdrawn")
            {
                From = from,
                To = enquiry.State,
                ReasonCode = input.ReasonCode,
                Reason = input.Statement,
                ForApplicant = "Your enquiry was withdrawn",
                Rules = [actor.Role.IsStaff() ? "T-ENQ-07" : "T-ENQ-10"],
            },
            ct
        );
        if (letter is not null)
            await letters.IssueAsync(letter, by, ct);
        else
            await ConfirmAsync(enquiry, enquirer, ct);
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }

    private async Task<Result> WithdrawKnownAsync(
        Enquiry enquiry,
        CasePerson enquirer,
        WithdrawEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var ended = await knownChildren.WithdrawAsync(
            enquiry.CaseId,
            input.ReasonCode,
            input.Statement,
            actor,
            ct
        );
        if (!ended.Ok)
            return ended;
        await ConfirmAsync(enquiry, enquirer, ct);
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }

    private async Task ConfirmAsync(Enquiry enquiry, CasePerson enquirer, CancellationToken ct)
    {
        if (enquirer.Email is { } email)
            outbox.Post(
                enquiry.CouncilId,
                enquiry.CaseId,
                EnquiryEmail.Withdrawn(
                    email,
                    enquirer.GivenName,
                    (await act.CaseAsync(enquiry, ct)).Reference,
                    await act.CouncilAsync(enquiry, ct)
                )
            );
    }

    /// <summary>Whoever is not ready gets a letter that says whether we ask again; anybody else an e-mail.</summary>
    private async Task<LetterDraft?> LetterAsync(
        Enquiry enquiry,
        WithdrawEnquiryInput input,
        Actor actor,
        CancellationToken ct
    ) =>
        actor.Role.IsStaff() && (input.ReasonCode == NotNow || input.Again is { AgreedAgain: true })
            ? await drafts.NotNowAsync(
                enquiry,
                input.Again is { AgreedAgain: true } again ? again : null,
                ct
            )
            : null;
}
