using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Operate.Jobs;

public sealed record LetJobGoOnInput(string Key, string Reason);

/// <summary>Ends the pause of a job. It runs again at its next time; what was left out is not made up for.</summary>
public sealed class LetJobGoOn(FosterDb db, JobBook book, CouncilHistory history)
{
    public async Task<Result> RunAsync(LetJobGoOnInput input, Actor actor, CancellationToken ct)
    {
        if (JobAct.Against(actor) is { } refusal)
            return Result.Refused(refusal);
        if (await book.FindAsync(input.Key, ct) is not var (line, state))
            return Result.Refused("There is no such job.");
        return await db.WriteTogetherAsync(
            async () =>
            {
                if (!await book.GoOnAsync(line.Key, ct))
                    return Result.Refused(JobAct.NotPaused);
                history.Write(
                    actor,
                    state.Id,
                    new HistoryNote("job.went-on", $"{actor.Name} let a job go on: {line.Name}")
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
