using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Letters;
using Foster.Web.Features.Enquiries.LookUps;
using Foster.Web.Features.Enquiries.Nurturing;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

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
public sealed record CloseEnquiryInput(
    Guid CaseId,
    Closing Closing,
    DeclineReason? ReasonCode,
    string Reasons,
    string? LetterRead = null
);

/// <summary>Ends an enquiry for one of the listed reasons; a decline is the team manager's (T-ENQ-07).</summary>
public sealed class CloseEnquiry(
    FosterDb db,
    EnquiryAct act,
    LookUpReads lookUps,
    DeclineEnquiry decline,
    RerouteEnquiry reroute,
    EnquiryLetterReads drafts,
    IssueLetter letters,
    NurtureBook nurtures,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    /// <summary>Attempts on different days before an enquiry may be closed without contact (R-ENQ-15).</summary>
    private const int LeastAttempts = 3;

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
                new(enquiry, input.ReasonCode, input.Reasons, []),
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
            .. input.Closing is Closing.NoContact ? await StillTryAsync(enquiry, ct) : [],
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
                new(enquiry, input.ReasonCode, input.Reasons, [], input.LetterRead),
                actor,
                ct
            ),
            Closing.ReroutedConnected => await reroute.RunAsync(
                new(
                    enquiry,
                    clock.Today,
                    input.Reasons,
                    await lookUps.AgainstAsync(enquiry.CaseId, ct)
                ),
                actor,
                ct
            ),
            _ => await EndAsync(enquiry, input, actor, ct),
        };
        if (result.Ok)
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
        var against = new List<Refusal>(await lookUps.AgainstAsync(enquiry.CaseId, ct));
        if (letter is not null)
            against.AddRange([
                .. await StillTryAsync(enquiry, ct),
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
            enquiry.DoNotCount(NotCounted.Duplicate);
        await act.EndAsync(enquiry, "The enquiry was closed", ct);
        if (letter is not null)
        {
            await letters.IssueAsync(letter, actor, ct);
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

    private async Task<IReadOnlyList<Refusal>> StillTryAsync(Enquiry enquiry, CancellationToken ct)
    {
        var log = await db.Set<EnquiryContact>()
            .AsNoTracking()
            .Where(c => c.EnquiryId == enquiry.Id)
            .OrderBy(c => c.At)
            .ToListAsync(ct);
        var attempts = log.AsEnumerable()
            .Reverse()
            .TakeWhile(c => !c.Reached)
            .Select(c => c.On)
            .Distinct()
            .Order()
            .ToList();
        var against = new List<Refusal>();
        if (attempts.Count < LeastAttempts)
            against.Add(
                new(
                    $"Try on {LeastAttempts} different days first. Days tried since you last spoke: {attempts.Count}.",
                    "R-ENQ-15"
                )
            );
        if (attempts.Count > 0)
        {
            var due = await deadlines.PreviewAsync(DeadlineRules.NoContactClosure, attempts[0], ct);
            if (clock.Today < due.On)
                against.Add(
                    new(
                        $"It can be closed without contact from {BritishDate.Long(due.On)}, ten working days after the first attempt.",
                        "R-ENQ-15"
                    )
                );
        }
        return against;
    }

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
