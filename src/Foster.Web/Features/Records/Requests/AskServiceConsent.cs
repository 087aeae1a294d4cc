using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records.Requests;

public sealed record AskServiceConsentInput(Guid RecordsRequestId, DateOnly On);

/// <summary>Whom the records are about is asked whether they agree (R-TRF-06). The clock goes on.</summary>
public sealed class AskServiceConsent(
    FosterDb db,
    RequestAct act,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        AskServiceConsentInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await act.FindAsync(input.RecordsRequestId, ct) is not { } request)
            return RequestAct.NotFound;
        var from = request.State;
        var moved = request.AskConsent(
            actor,
            input.On,
            await backDating.AgainstAsync(input.On, actor, ct)
        );
        if (!moved.Ok)
            return moved;
        await history.WriteAsync(
            actor,
            request.CaseId,
            new HistoryNote(
                "records.service-consent-asked",
                "Asked whether they agree that a service gets our records"
            )
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
