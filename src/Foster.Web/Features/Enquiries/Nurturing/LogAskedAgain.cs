using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Enquiries.Nurturing;

/// <param name="AskOn">When they are asked next; null for the next day of their rhythm.</param>
public sealed record LogAskedAgainInput(
    Guid CaseId,
    DateTime At,
    ContactMethod Method,
    bool Reached,
    string Outcome,
    DateOnly? AskOn
);

/// <summary>Logs that somebody on the nurture list was asked again; each message is logged (M-HUB-10).</summary>
public sealed class LogAskedAgain(
    FosterDb db,
    NurtureReads reads,
    EnquiryAct act,
    Attempts attempts,
    BackDating backDating,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(LogAskedAgainInput input, Actor actor, CancellationToken ct)
    {
        if (await reads.LiveAsync(input.CaseId, ct) is not { } nurture)
            return Result.Refused(NurtureReads.NotThere);
        var on = clock.DateOf(input.At);
        var against = new List<Refusal>(NurtureReads.AgainstActor(actor));
        if (input.At > clock.Now)
            against.Add(new("The date and time must be in the past.", "R-VAL-04", "on"));
        else
            against.AddRange(await backDating.AgainstAsync(on, actor, ct));
        if (on < nurture.Since)
            against.Add(new("The date is before they came onto the list.", "R-VAL-04", "on"));
        if (input.Reached)
            nurture.Heard(on);
        if (input.AskOn is { } askOn)
            against.AddRange(nurture.AgainstAsking(askOn, clock.Today));
        if (against.Count > 0)
            return Result.Refused(against);
        if (input.AskOn is { } chosen)
            nurture.Choose(chosen);
        else
            nurture.Asked(clock.Today);
        db.Add(
            new EnquiryContact
            {
                CouncilId = nurture.CouncilId,
                CaseId = nurture.CaseId,
                EnquiryId = nurture.EnquiryId,
                At = input.At,
                On = on,
                Method = input.Method,
                Reached = input.Reached,
                Outcome = input.Outcome,
                By = actor.Name,
            }
        );
        var enquiry = (await act.FindAsync(input.CaseId, ct))!;
        if (enquiry.IsOpen)
            await attempts.CountAsync(enquiry, ct);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("enquiry.asked-again", $"Asked again: {input.Outcome}")
            {
                OccurredOn = on,
                Rules = ["M-HUB-10"],
            },
            ct
        );
        await act.SaveAsync(enquiry, ct);
        return Result.Done;
    }
}
