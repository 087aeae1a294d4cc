using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Operate.Jobs;

public sealed record PauseJobInput(string Key, string Reason);

/// <summary>Keeps a job from running until somebody lets it go on. A run that goes on ends as it would have.</summary>
public sealed class PauseJob(FosterDb db, JobBook book, CouncilHistory history)
{
    public async Task<Result> RunAsync(PauseJobInput input, Actor actor, CancellationToken ct)
    {
        if (JobAct.Against(actor) is { } refusal)
            return Result.Refused(refusal);
        if (await book.FindAsync(input.Key, ct) is not var (line, state))
            return Result.Refused("There is no such job.");
        if (JobAct.AgainstPausing(line, state.PausedAt is not null) is { } reason)
            return Result.Refused(reason);
        return await db.WriteTogetherAsync(
            async () =>
            {
                if (!await book.PauseAsync(line.Key, input.Reason, actor, ct))
                    return Result.Refused(JobAct.AlreadyPaused);
                history.Write(
                    actor,
                    state.Id,
                    new HistoryNote("job.paused", $"{actor.Name} paused a job: {line.Name}")
                    {
                        Reason = input.Reason,
                    }
                );
                await db.SaveChangesAsync(ct);
                return Result.Done;
            },
            ct
        );
    }
}
