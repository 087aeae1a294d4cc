using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Features.Enquiries.Letters;
using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <summary>Ways in which an enquiry ends without the enquirer withdrawing it.</summary>
public enum Closing
{
    Declined,
    NoContact,
    Duplicate,
    ReroutedConnected,
    RedirectedPrivateFostering,
}

/// <param name="ReasonCode">For a decline.</param>
/// <param name="Reasons">For a decline they stand in the letter as they are written here.</param>
/// <param name="LetterRead">The mark of the letter as it was read before; null where nobody had to.</param>
/// <param name="Again">Why they were lost, and what they said of being asked again (M-HUB-08, M-HUB-10).</param>
public sealed record CloseEnquiryInput(
    Guid CaseId,
    Closing Closing,
    DeclineReason? ReasonCode,
    string Reasons,
    string? LetterRead = null,
    AskAgain? Again = null
);

/// <summary>Ends an enquiry for one of the listed reasons; a decline is the team manager's (T-ENQ-07).</summary>
public sealed class CloseEnquiry(
    EnquiryAct act,
    Attempts attempts,
    LookUpReads lookUps,
    DeclineEnquiry decline,
    RerouteEnquiry reroute,
    EnquiryLetterReads drafts,
    IssueLetter letters,
    NurtureBook nurtures,
    AskAgainBook asking,
    PassCount counts,
    CaseHistory history,
    LondonClock clock
)
{
    /// <summary>The letter as it would go out, null for none, or everything against it. Nothing is changed.</summary>
    public async Task<Result<LetterDraft?>> DraftAsync(
        CloseEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return Result<LetterDraft?>.Refused(EnquiryAct.NotFound.Refusals);
        if (input.Closing is Closing.Declined)
        {
            var draft = await decline.DraftAsync(
                new(
                    enquiry,
                    input.ReasonCode,
                    input.Reasons,
                    await AgainstAskingAsync(enquiry, input, ct)
                ),
                actor,
                ct
            );
            return draft.Ok
                ? Result.Of<LetterDraft?>(draft.Value)
                : Result<LetterDraft?>.Refused(draft.Refusals);
        }
        List<Refusal> against =
        [
            .. enquiry.Against(VerbOf(input.Closing), actor.Role),
            .. await lookUps.AgainstAsync(enquiry.CaseId, ct),
            .. await AgainstAskingAsync(enquiry, input, ct),
            .. input.Closing is Closing.NoContact ? await attempts.AgainstAsync(enquiry, ct) : [],
        ];
        return against.Count > 0
            ? Result<LetterDraft?>.Refused(against)
            : Result.Of(
                input.Closing is Closing.NoContact
                    ? await drafts.NotReachedAsync(enquiry, ct)
                    : null
            );
    }

    public async Task<Result> RunAsync(CloseEnquiryInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var result = input.Closing switch
        {
            Closing.Declined => await decline.RunAsync(
                new(
                    enquiry,
                    input.ReasonCode,
                    input.Reasons,
                    await AgainstAskingAsync(enquiry, input, ct),
                    input.LetterRead
                ),
                actor,
                ct
            ),
            Closing.ReroutedConnected => await reroute.RunAsync(
                new(
                    enquiry,
                    clock.Today,
                    input.Reasons,
                    [
                        .. await lookUps.AgainstAsync(enquiry.CaseId, ct),
                        .. await AgainstAskingAsync(enquiry, input, ct),
                    ]
                ),
                actor,
                ct
            ),
            _ => await EndAsync(enquiry, input, actor, ct),
        };
        if (!result.Ok)
            return result;
        if (IsLoss(input.Closing) && input.Again is { } again)
        {
            await asking.AgreedAsync(enquiry, NurtureWhy.Lost, again, actor, ct);
        }
        await act.SaveAsync(enquiry, ct);
        return result;
    }

    private async Task<Result> EndAsync(
        Enquiry enquiry,
        CloseEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var verb = VerbOf(input.Closing);
        var from = enquiry.State;
        var letter =
            input.Closing is Closing.NoContact ? await drafts.NotReachedAsync(enquiry, ct) : null;
        List<Refusal> against =
        [
            .. await lookUps.AgainstAsync(enquiry.CaseId, ct),
            .. await AgainstAskingAsync(enquiry, input, ct),
        ];
        if (letter is not null)
            against.AddRange([
                .. await attempts.AgainstAsync(enquiry, ct),
                .. letter.AgainstUnread(input.LetterRead),
            ]);
        var ended = enquiry.End(
            verb,
            actor,
            clock.Now,
            clock.Today,
            input.Closing.ToString(),
            against
        );
        if (!ended.Ok)
            return ended;
        if (input.Closing is Closing.Duplicate)
            await counts.CloseAsync(enquiry, ct);
        await act.EndAsync(enquiry, "The enquiry was closed", ct);
        if (letter is not null)
        {
            await letters.IssueAsync(letter, actor, ct);
            // Who agreed before to be asked on a day is asked then, and not tried again without it.
            if (input.Again is not { AgreedAgain: true })
                await nurtures.NotReachedAsync(enquiry, ct);
        }
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.closed", $"Enquiry {EnquiryMachine.Words(enquiry.State)}")
            {
                From = from,
                To = enquiry.State,
                ReasonCode = input.Closing.ToString(),
                Reason = input.Reasons,
                ForApplicant = ForApplicant(input.Closing),
                Rules =
                    input.Closing is Closing.NoContact ? ["T-ENQ-07", "R-ENQ-15"] : ["T-ENQ-07"],
            },
            ct
        );
        return Result.Done;
    }

    /// <summary>Whoever goes on elsewhere is not lost, and nobody asks them again (M-HUB-08).</summary>
    public static bool IsLoss(Closing closing) =>
        closing is not (Closing.Duplicate or Closing.ReroutedConnected);

    private async Task<IReadOnlyList<Refusal>> AgainstAskingAsync(
        Enquiry enquiry,
        CloseEnquiryInput input,
        CancellationToken ct
    ) => IsLoss(input.Closing) ? await asking.AgainstAsync(enquiry, input.Again, ct) : [];

    internal static EnquiryVerb VerbOf(Closing closing) =>
        closing switch
        {
            Closing.Declined => EnquiryVerb.Decline,
            Closing.NoContact => EnquiryVerb.CloseNoContact,
            Closing.Duplicate => EnquiryVerb.CloseDuplicate,
            Closing.ReroutedConnected => EnquiryVerb.RerouteConnected,
            _ => EnquiryVerb.RedirectPrivateFostering,
        };

    private static string ForApplicant(Closing closing) =>
        closing switch
        {
            Closing.NoContact => "We could not reach you, so we closed your enquiry",
            Closing.Duplicate => "We closed this enquiry because we already have one from you",
            _ => "Your enquiry was about private fostering, and we told you whom to ask",
        };
}
