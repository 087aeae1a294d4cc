using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Connected;

public sealed record ReturnToRecruitmentInput(Guid CaseId, string Reasons);

/// <summary>It was not about one child: their enquiry goes on where it stood, with a clock of its own (R-ENQ-11).</summary>
public sealed class ReturnToRecruitment(
    ConnectedActs acts,
    TakeBackEnquiry takeBack,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        ReturnToRecruitmentInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await acts.FindAsync(input.CaseId, ct) is not { } referral)
            return ConnectedActs.NotFound;
        var from = referral.State;
        var returned = referral.Return(actor, input.Reasons, clock.Today);
        if (!returned.Ok)
            return returned;
        await acts.CloseAsync(referral, "It went back to general recruitment", ct);
        await history.WriteAsync(
            actor,
            referral.CaseId,
            new HistoryNote("connected.returned", "Back to general recruitment")
            {
                From = from,
                To = referral.State,
                Reason = input.Reasons,
                ForApplicant = "Our recruitment team goes on with your enquiry",
                Rules = ["R-ENQ-11", "R-VAL-06"],
            },
            ct
        );
        // Saves everything together.
        return await takeBack.RunAsync(new(referral.EnquiryCaseId, input.Reasons), actor, ct);
    }
}
