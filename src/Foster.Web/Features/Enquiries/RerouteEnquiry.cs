using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

/// <param name="On">The day it became known; the team manager's working day begins there.</param>
/// <param name="Against">What else stands against it.</param>
public sealed record RerouteEnquiryInput(
    Enquiry Enquiry,
    DateOnly On,
    string Reasons,
    IReadOnlyList<Refusal> Against
);

/// <summary>
/// Hands an enquiry about a child whom they know to the track for connected people, at once when they say so themselves
/// (R-ENQ-11). The caller saves.
/// </summary>
public sealed class RerouteEnquiry(
    EnquiryAct act,
    HandOver handOver,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(RerouteEnquiryInput input, Actor actor, CancellationToken ct)
    {
        var enquiry = input.Enquiry;
        var from = enquiry.State;
        var ended = enquiry.End(
            EnquiryVerb.RerouteConnected,
            actor,
            clock.Now,
            clock.Today,
            nameof(Closing.ReroutedConnected),
            input.Against
        );
        if (!ended.Ok)
            return ended;
        await act.EndAsync(enquiry, "It is about a child they know", ct);
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.closed", $"Enquiry {EnquiryMachine.Words(enquiry.State)}")
            {
                From = from,
                To = enquiry.State,
                ReasonCode = nameof(Closing.ReroutedConnected),
                Reason = input.Reasons,
                ForApplicant = "The manager of our team is dealing with what you asked",
                Rules = ["T-ENQ-07", "R-ENQ-11"],
            },
            ct
        );
        await handOver.PublishAsync(
            new AskedAboutKnownChild(enquiry.CaseId, enquiry.Id, input.On),
            actor,
            ct
        );
        return Result.Done;
    }
}
