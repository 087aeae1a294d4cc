using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record RenewChecksInput(Guid CaseId);

/// <summary>Looks at the household again and adds the checks that it needs now (R-VAL-02).</summary>
public sealed class RenewChecks(FosterDb db, CheckPlanReads plan, CaseHistory history)
{
    public async Task<Result> RunAsync(RenewChecksInput input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        if (
            !actor.Is(Role.Assessor, Role.TeamManager)
            || application.Stage1StartedOn is null
            || !application.IsOpen
        )
            return Result.Refused(
                "Checks are added while an assessment runs, by its assessor or the team manager.",
                "R-VAL-02"
            );
        var added = await plan.AddMissingAsync(application, ct);
        if (added.Count == 0)
            return Result.Refused(
                "Nothing is missing: the list fits the household as it is now.",
                "R-VAL-02"
            );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "check.added",
                $"Checks added: {string.Join(", ", added.Select(c => c.Kind))}"
            )
            {
                Rules = ["R-VAL-02"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
