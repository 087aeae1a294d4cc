using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record RemoveRefereeInput(Guid RefereeId);

/// <summary>An applicant takes back the naming of a referee.</summary>
public sealed class RemoveReferee(FosterDb db, CaseHistory history)
{
    public async Task<Result> RunAsync(RemoveRefereeInput input, Actor actor, CancellationToken ct)
    {
        var found = await db.OpenPartAsync(actor, ct);
        if (!found.Ok)
            return found;
        var part = found.Value.Part;
        var referee = await db.Set<Referee>()
            .SingleOrDefaultAsync(
                r =>
                    r.Id == input.RefereeId
                    && r.CaseId == part.CaseId
                    && r.PersonId == part.PersonId,
                ct
            );
        if (referee is null)
            return Result.Refused("This person is not among those you named.");
        db.Remove(referee);
        await history.WriteAsync(
            actor,
            part.CaseId,
            new HistoryNote("application.referee-removed", "A referee was taken back")
            {
                ForApplicant = "You took back the name of somebody who can speak for you",
                PersonId = part.PersonId,
                Rules = ["R-VAL-03"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
