using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record MakeReadyInput(Guid CaseId);

/// <summary>The case is ready for panel: observations are in from everyone, or their time is over (T-APP-10).</summary>
public sealed class MakeReady(
    FosterDb db,
    ReadinessReads readiness,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(MakeReadyInput input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var gaps = await readiness.GapsAsync(input.CaseId, ct);
        var ready = application.MakeReady(actor, clock.Today, [.. gaps.Select(g => g.Refusal)]);
        if (!ready.Ok)
            return ready;
        await deadlines.CancelAsync(
            input.CaseId,
            DeadlineRules.Observations,
            "The ten working days for observations are over.",
            ct
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("application.ready", "Ready for panel")
            {
                From = ApplicationState.ReportShared,
                To = application.State,
                Rules = ["T-APP-10", "R-ASSESS-12"],
                ForApplicant = "Your application is ready for panel",
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
