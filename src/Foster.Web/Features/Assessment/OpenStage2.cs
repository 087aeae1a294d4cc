using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record OpenStage2Input(Guid CaseId, DateOnly On);

/// <summary>The team manager opens stage 2, which may run beside stage 1 (T-APP-04, R-ASSESS-08).</summary>
public sealed class OpenStage2(
    FosterDb db,
    DeadlineBook deadlines,
    BackDating backDating,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(OpenStage2Input input, Actor actor, CancellationToken ct)
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result.Refused("This case is not open to you.");
        var opened = application.OpenStage2(
            actor,
            input.On,
            await backDating.AgainstAsync(input.On, actor, ct)
        );
        if (!opened.Ok)
            return opened;
        db.Add(AssessmentDecision.Of(AssessmentStep.OpenStage2, actor, input.CaseId, input.On));
        await deadlines.OpenAsync(
            application.CouncilId,
            input.CaseId,
            application.Id,
            DeadlineRules.Stage2Target,
            input.On,
            Role.Assessor,
            ct,
            forApplicant: "Stage 2 complete (our aim)"
        );
        await deadlines.OpenAsync(
            application.CouncilId,
            input.CaseId,
            application.Id,
            DeadlineRules.MidwayReview,
            input.On,
            Role.TeamManager,
            ct
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("stage2.opened", "Stage 2 opened")
            {
                OccurredOn = input.On,
                Rules = ["T-APP-04", "R-ASSESS-08"],
                ForApplicant = "Stage 2 has started: your assessor visits you at home",
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
