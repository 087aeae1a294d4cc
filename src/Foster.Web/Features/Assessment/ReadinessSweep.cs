using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>Makes every case ready whose observations are in or whose time for them is over.</summary>
public sealed class ReadinessSweep(FosterDb db, MakeReady makeReady, ReadinessReads readiness)
{
    /// <summary>Goes through one council's cases; the scope is open already.</summary>
    /// <returns>How many cases became ready.</returns>
    public async Task<int> SweepAsync(Actor actor, CancellationToken ct)
    {
        var waiting = await db.Set<Application>()
            .Where(a => a.State == ApplicationState.ReportShared)
            .Select(a => a.CaseId)
            .ToListAsync(ct);
        var done = 0;
        foreach (var caseId in waiting)
            if (
                (await readiness.GapsAsync(caseId, ct)).Count == 0
                && (await makeReady.RunAsync(new(caseId), actor, ct)).Ok
            )
                done++;
        return done;
    }
}
