using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record ReopenCheckInput(Guid CheckId, string Reason);

/// <summary>A recorded check is opened again by the team manager. The ten working days go on as they are (R-ASSESS-06).</summary>
public sealed class ReopenCheck(FosterDb db, CheckAct act, CaseHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(ReopenCheckInput input, Actor actor, CancellationToken ct)
    {
        if (await act.FindAsync(input.CheckId, ct) is not { } found)
            return Result.Refused("This check is not open to you.");
        var check = found.Check;
        var result = check.Reopen(
            actor,
            clock.Today,
            [.. found.Against, .. AssessmentReasons.Against(input.Reason)]
        );
        if (!result.Ok)
            return result;
        await history.WriteAsync(
            actor,
            check.CaseId,
            new HistoryNote("check.reopened", $"{found.Title} reopened{found.ForWhom}")
            {
                PersonId = check.PersonId,
                Reason = input.Reason,
                Rules = ["R-ASSESS-06"],
                ForApplicant = found.OfApplicant ? $"We are looking again at: {found.Title}" : null,
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
