using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries;

public sealed record ReopenEnquiryInput(Guid CaseId, string Reason);

/// <summary>Takes up an enquiry again that was withdrawn or closed without contact, within six months (T-ENQ-08).</summary>
public sealed class ReopenEnquiry(
    EnquiryAct act,
    LookUps.LookUpReads lookUps,
    DeadlineBook deadlines,
    Nurturing.NurtureBook nurtures,
    KeptWarm keptWarm,
    CaseHistory history,
    HandOver handOver,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(ReopenEnquiryInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CaseId, ct) is not { } enquiry)
            return EnquiryAct.NotFound;
        var from = enquiry.State;
        var against = new List<Refusal>(await lookUps.AgainstAsync(enquiry.CaseId, ct));
        if (enquiry.ClosedOn is { } closedOn)
        {
            var last = await deadlines.PreviewAsync(DeadlineRules.NoContactReopening, closedOn, ct);
            if (clock.Today > last.On)
                against.Add(
                    new(
                        $"It could be reopened until {BritishDate.Long(last.On)}. Take a new enquiry instead.",
                        "T-ENQ-08"
                    )
                );
        }
        var reopened = enquiry.Reopen(actor, clock.Now, against);
        if (!reopened.Ok)
            return reopened;
        (await act.CaseAsync(enquiry, ct)).ClosedOn = null;
        enquiry.Lost = null;
        await nurtures.EndAsync(enquiry.CaseId, ct);
        await keptWarm.TakenUpAsync(enquiry.CaseId, actor, ct);
        await deadlines.OpenAsync(
            enquiry.CouncilId,
            enquiry.CaseId,
            enquiry.Id,
            DeadlineRules.InformationPack,
            clock.Today,
            Role.RecruitmentOfficer,
            ct,
            forApplicant: "We send you our information pack by"
        );
        await history.WriteAsync(
            actor,
            enquiry.CaseId,
            new HistoryNote("enquiry.reopened", "Enquiry reopened")
            {
                From = from,
                To = enquiry.State,
                Reason = input.Reason,
                ForApplicant = "We took up your enquiry again",
                Rules = ["T-ENQ-08", "R-ENQ-15"],
            },
            ct
        );
        await handOver.PublishAsync(new EnquiryTakenUpAgain(enquiry.CaseId, enquiry.Id), actor, ct);
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
