using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records.Requests;

public sealed record SendToServiceInput(Guid RecordsRequestId, DateOnly On, string What);

/// <summary>The service has what it asked for; its clock is met (R-TRF-06, R-TRF-07).</summary>
public sealed class SendToService(
    FosterDb db,
    RequestAct act,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(SendToServiceInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.RecordsRequestId, ct) is not { } request)
            return RequestAct.NotFound;
        var from = request.State;
        var moved = request.Send(
            actor,
            input.On,
            input.What,
            await backDating.AgainstAsync(input.On, actor, ct)
        );
        if (!moved.Ok)
            return moved;
        await act.MeetAsync(request, input.On, ct);
        await history.WriteAsync(
            actor,
            request.CaseId,
            new HistoryNote(
                "records.service-answered",
                $"{request.Service} was given what it asked for"
            )
            {
                OccurredOn = input.On,
                From = from,
                To = request.State,
                PersonId = request.PersonId,
                Reason = input.What,
                ForApplicant =
                    request.For is RequestFor.Records
                        ? "We gave another service access to our records, as you agreed"
                        : "We gave another service a reference, as you agreed",
                Rules =
                    request.For is RequestFor.Records
                        ? ["R-TRF-06", "R-REC-07"]
                        : ["R-TRF-05", "R-TRF-07"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
