using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Enquiries.Letters;

/// <summary>The letters of an enquiry as they would go out now: read before they are issued, and then issued.</summary>
public sealed class EnquiryLetterReads(LetterPress press, DeadlineBook deadlines, LondonClock clock)
{
    public Task<LetterDraft> DeclinedAsync(Enquiry enquiry, string reasons, CancellationToken ct) =>
        press.DraftAsync(
            enquiry.CaseId,
            enquiry.VisitedOn is null ? EnquiryLetters.Declined : EnquiryLetters.VisitDeclined,
            values => values.Reasons(reasons),
            ct
        );

    public Task<LetterDraft> InvitedAsync(Enquiry enquiry, CancellationToken ct) =>
        press.DraftAsync(
            enquiry.CaseId,
            EnquiryLetters.Invited,
            values => values.WhatToExpect(InvitationFacts.Words),
            ct
        );

    public async Task<LetterDraft> NotReachedAsync(Enquiry enquiry, CancellationToken ct)
    {
        var last = await deadlines.PreviewAsync(DeadlineRules.NoContactReopening, clock.Today, ct);
        return await press.DraftAsync(
            enquiry.CaseId,
            EnquiryLetters.Closed,
            values =>
                values.AskAgain(
                    $"If you would still like to talk, tell us by {BritishDate.Long(last.On)} and we will take your enquiry up again. After that you are welcome to make a new one."
                ),
            ct
        );
    }

    /// <param name="again">What they agreed to; null where they did not.</param>
    public Task<LetterDraft> NotNowAsync(Enquiry enquiry, AskAgain? again, CancellationToken ct) =>
        press.DraftAsync(
            enquiry.CaseId,
            EnquiryLetters.NotNow,
            values =>
                values.AskAgain(
                    again is { AskOn: { } on, Every: { } every }
                        ? $"You agreed that we contact you again. We will {(again.ByEmail ? "send you an email" : "call you")} on or soon after {BritishDate.Long(on)} and then {AskRhythm.Of(every)}, and leave you in peace in between. You can tell us to stop at any time{(again.ByEmail ? ", by a link in each email" : "")}. It ends by itself when we have not heard from you for {KeepWarm.SilenceMonths} months."
                        : "We will not contact you again about it. If you change your mind you can come back at any time."
                ),
            ct
        );
}
