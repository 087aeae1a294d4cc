using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <param name="Note">Which document came, or what the other service says.</param>
public sealed record AnswerServiceRequestInput(
    Guid RequestId,
    ServiceRequestVerb Verb,
    DateOnly On,
    string Note
);

/// <summary>A request to a former service was chased, answered or refused. Only what was received counts (R-REF-02).</summary>
public sealed class AnswerServiceRequest(
    FosterDb db,
    DeadlineBook deadlines,
    BackDating backDating,
    ConsentGuard consents,
    CaseHistory history
)
{
    private const int LeastRefusal = 20;

    public async Task<Result> RunAsync(
        AnswerServiceRequestInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var request = await db.Set<ServiceRequest>()
            .SingleOrDefaultAsync(r => r.Id == input.RequestId, ct);
        if (request is null)
            return Result.Refused("This request is not open to you.");
        var note = input.Note.Trim();
        var least = input.Verb == ServiceRequestVerb.Refuse ? LeastRefusal : 1;
        List<Refusal> against =
        [
            .. await backDating.AgainstAsync(input.On, actor, ct),
            .. input.Verb == ServiceRequestVerb.Refuse
                ? []
                : await consents.AgainstAsync(
                    request.CaseId,
                    request.PersonId,
                    ServiceRequest.ConsentTo(request.Kind),
                    ct,
                    input.Verb == ServiceRequestVerb.Receive ? input.On : null
                ),
            .. note.Length < least
                ? new[]
                {
                    new Refusal(
                        input.Verb switch
                        {
                            ServiceRequestVerb.Chase => "Enter how you chased it.",
                            ServiceRequestVerb.Receive => "Enter which document came.",
                            _ =>
                                $"Enter what the other service says, in at least {LeastRefusal} characters.",
                        },
                        "R-TRF-06",
                        "note"
                    ),
                }
                : [],
        ];
        var before = request.State;
        var done = input.Verb switch
        {
            ServiceRequestVerb.Chase => request.Chase(actor, input.On, against),
            ServiceRequestVerb.Receive => request.Receive(actor, input.On, note, against),
            _ => request.Refuse(actor, input.On, note, against),
        };
        if (!done.Ok)
            return done;
        if (input.Verb == ServiceRequestVerb.Receive)
            await deadlines.MeetAsync(request.CaseId, request.Line, input.On, ct, request.Id);
        else if (input.Verb == ServiceRequestVerb.Refuse)
            await deadlines.CancelAsync(
                request.CaseId,
                request.Line,
                "The former service refused.",
                ct,
                request.Id
            );
        await history.WriteAsync(
            actor,
            request.CaseId,
            new HistoryNote(
                "approval.service-answered",
                input.Verb switch
                {
                    ServiceRequestVerb.Chase => "A former service was chased",
                    ServiceRequestVerb.Receive => "A former service answered our request",
                    _ => "A former service refused our request",
                }
            )
            {
                OccurredOn = input.On,
                From = before,
                To = request.State,
                PersonId = request.PersonId,
                Reason = note,
                ForApplicant =
                    input.Verb == ServiceRequestVerb.Receive
                        ? "Your former service has answered us"
                        : null,
                Rules = ["R-TRF-06", "R-TRF-07", "R-REF-02"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
