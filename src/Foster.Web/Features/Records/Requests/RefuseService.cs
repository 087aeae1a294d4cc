using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records.Requests;

public sealed record RefuseServiceInput(
    Guid RecordsRequestId,
    DateOnly On,
    RequestRefusal? Code,
    string Reason
);

/// <summary>The service gets nothing, with a reason (R-TRF-06, R-VAL-06).</summary>
public sealed class RefuseService(
    FosterDb db,
    RequestAct act,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(RefuseServiceInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.RecordsRequestId, ct) is not { } request)
            return RequestAct.NotFound;
        var from = request.State;
        var moved = request.Refuse(
            actor,
            input.On,
            input.Code,
            input.Reason,
            [
                .. await backDating.AgainstAsync(input.On, actor, ct),
                .. input.Code is null
                    ? (Refusal[])[new("Select the main reason.", "R-VAL-06", "code")]
                    : [],
                .. ReasonRule.Against(input.Reason),
            ]
        );
        if (!moved.Ok)
            return moved;
        await act.CancelAsync(request, "The request was refused", ct);
        await history.WriteAsync(
            actor,
            request.CaseId,
            new HistoryNote(
                "records.service-refused",
                $"The request of {request.Service} was refused"
            )
            {
                OccurredOn = input.On,
                From = from,
                To = request.State,
                PersonId = request.PersonId,
                ReasonCode = input.Code?.ToString(),
                Reason = input.Reason,
                Rules = ["R-TRF-06", "R-VAL-06"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
