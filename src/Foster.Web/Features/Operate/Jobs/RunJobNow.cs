using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Operate.Jobs;

public sealed record RunJobNowInput(string Key);

/// <summary>An administrator does not wait for the next time of a job. Of two who ask at once, one starts it.</summary>
public sealed class RunJobNow(FosterDb db, JobBook book, CouncilHistory history)
{
    public async Task<Result> RunAsync(RunJobNowInput input, Actor actor, CancellationToken ct)
    {
        if (JobAct.Against(actor) is { } refusal)
            return Result.Refused(refusal);
        if (await book.FindAsync(input.Key, ct) is not var (line, state))
            return Result.Refused("There is no such job.");
        if (JobAct.AgainstRunning(state.PausedAt is not null, open: false) is { } reason)
            return Result.Refused(reason);
        return await db.WriteTogetherAsync(
            async () =>
            {
                if (!await book.AskAsync(line.Key, ct))
                    return Result.Refused(JobAct.Running);
                history.Write(
                    actor,
                    state.Id,
                    new HistoryNote("job.asked", $"{actor.Name} had a job run: {line.Name}")
                );
                await db.SaveChangesAsync(ct);
                return Result.Done;
            },
            ct
        );
    }
}
