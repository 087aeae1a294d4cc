using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records.Requests;

public sealed record SeeServiceConsentInput(Guid RecordsRequestId, DateOnly On);

/// <summary>Their consent was seen (R-TRF-06).</summary>
public sealed class SeeServiceConsent(
    FosterDb db,
    RequestAct act,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        SeeServiceConsentInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.RecordsRequestId, ct) is not { } request)
            return RequestAct.NotFound;
        var from = request.State;
        var moved = request.SeeConsent(
            actor,
            input.On,
            await backDating.AgainstAsync(input.On, actor, ct)
        );
        if (!moved.Ok)
            return moved;
        await history.WriteAsync(
            actor,
            request.CaseId,
            new HistoryNote("records.service-consent-seen", "Their consent was seen")
            {
                OccurredOn = input.On,
                From = from,
                To = request.State,
                PersonId = request.PersonId,
                Rules = ["R-TRF-06"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
