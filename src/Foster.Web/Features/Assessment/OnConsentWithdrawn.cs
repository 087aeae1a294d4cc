using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>
/// Somebody took a consent back: the check, and what else a former service was asked for, is waited for and chased no
/// more (R-APP-05). The withdrawal saves.
/// </summary>
public sealed class OnConsentWithdrawn(FosterDb db, DeadlineBook deadlines) : IOn<ConsentWithdrawn>
{
    public async Task HandleAsync(ConsentWithdrawn happened, Actor actor, CancellationToken ct)
    {
        foreach (
            var check in (await db.OfCaseAsync<Check>(happened.CaseId, ct)).Where(c =>
                c.Kind == happened.CheckKey && c.PersonId == happened.PersonId && c.IsOpen
            )
        )
        foreach (var line in ChaseCheck.Waiting)
            await deadlines.CancelAsync(
                happened.CaseId,
                line,
                "The consent was taken back.",
                ct,
                check.Id
            );
        foreach (
            var request in (await db.OfCaseAsync<ServiceRequest>(happened.CaseId, ct)).Where(r =>
                r.PersonId == happened.PersonId
                && r.State == ServiceRequestState.Sent
                && ServiceRequest.ConsentTo(r.Kind) == happened.CheckKey
            )
        )
            await deadlines.CancelAsync(
                happened.CaseId,
                request.Line,
                "The consent was taken back.",
                ct,
                request.Id
            );
    }
}
