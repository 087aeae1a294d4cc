using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

public sealed record TakeBackEnquiryInput(Guid CaseId, string Reasons);

/// <summary>
/// Takes an enquiry back into general recruitment that was not about one child after all; its first contact is due anew
/// (R-ENQ-11). Saves whatever the act has changed.
/// </summary>
public sealed class TakeBackEnquiry(
    EnquiryAct act,
    DeadlineBook deadlines,
    CaseHistory history,
    HandOver handOver,
    KeptWarm keptWarm,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        TakeBackEnquiryInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var from = enquiry.State;
        var taken = enquiry.TakeBack(actor, clock.Today);
        if (!taken.Ok)
            return taken;
        (await act.CaseAsync(enquiry, ct)).ClosedOn = null;
        await deadlines.OpenAsync(
            enquiry.CouncilId,
            enquiry.CaseId,
            enquiry.Id,
            DeadlineRules.FirstContact,
            clock.Today,
            Role.RecruitmentOfficer,
            ct,
            forApplicant: "We call you by"
        );
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.taken-back", "Back in general recruitment")
            {
                From = from,
                To = enquiry.State,
                Reason = input.Reasons,
                ForApplicant = "Our recruitment team goes on with your enquiry",
                Rules = ["R-ENQ-11", "R-ENQ-02"],
            },
            ct
        );
        await keptWarm.TakenUpAsync(enquiry.CaseId, actor, ct);
        await handOver.PublishAsync(new EnquiryTakenUpAgain(enquiry.CaseId, enquiry.Id), actor, ct);
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
