using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <param name="ReasonCode">Such as changed-mind, not-now, went-elsewhere, other.</param>
public sealed record WithdrawEnquiryInput(Guid CaseId, string ReasonCode, string? Statement);

/// <summary>The enquirer withdraws, or an officer writes it down for them. It takes effect the same day (T-ENQ-10).</summary>
public sealed class WithdrawEnquiry(
    EnquiryAct act,
    CaseReads cases,
    CaseHistory history,
    Outbox outbox,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        WithdrawEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var enquirer = (await cases.ApplicantsAsync(enquiry.CaseId, ct))[0];
        var by = actor.Role.IsStaff() ? actor with { OnBehalfOf = enquirer.FullName } : actor;
        var from = enquiry.State;
        var moved = enquiry.End(
            EnquiryVerb.Withdraw,
            by,
            clock.Now,
            clock.Today,
            input.ReasonCode,
            []
        );
        if (!moved.Ok)
            return moved;
        await act.EndAsync(enquiry, "The enquiry was withdrawn", ct);
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
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
