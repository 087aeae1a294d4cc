using System.Diagnostics;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Foundation.Jobs;

/// <summary>Carries out a run that this node has taken: keeps its lease, ends its row, and tells who has to know.</summary>
public sealed partial class JobWork(
    IServiceScopeFactory scopes,
    JobTrouble trouble,
    ILogger<JobWork> log
)
{
    /// <summary>What ends so many nodes is not tried on a further one.</summary>
    public const int MostAttempts = 10;

    private const int EndTries = 10;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    /// <param name="claim">The run.</param>
    /// <param name="node">For the log.</param>
    /// <param name="lease">For how long the node has it without saying that it is still there.</param>
    /// <param name="ct">Cancelled when this node stops; the run is then given back.</param>
    public async Task DoAsync(JobClaim claim, string node, TimeSpan lease, CancellationToken ct)
    {
        if (claim.Attempt > MostAttempts)
        {
            await EndAsync(claim, JobResult.Failed, default, "NodesStopped");
            return;
        }
        if (claim.Attempt > 1)
            TakenOver(claim.JobKey, node, claim.Attempt);
        using var going = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var beating = new CancellationTokenSource();
        var run = new JobRun(claim, scopes, log);
        var heart = BeatAsync(claim, run, lease, going, beating.Token);
        string? error = null;
        var broken = false;
        try
        {
            await using var services = scopes.CreateAsyncScope();
            var job = services
                .ServiceProvider.GetServices<IJob>()
                .Single(j => j.Key == claim.JobKey);
            await job.RunAsync(run, going.Token);
        }
        catch (OperationCanceledException) when (going.IsCancellationRequested)
        {
            broken = true;
        }
        catch (Exception e) when (Outage.Is(e))
        {
            BrokenOff(claim.JobKey, e.GetType().Name);
            broken = true;
        }
        catch (Exception e)
        {
            error = e.GetType().Name;
            Failed(claim.JobKey, error, e.StackTrace);
        }
        await beating.CancelAsync();
        await heart;
        if (broken)
            await InClaimsAsync(c => c.LetGoAsync(claim, CancellationToken.None));
        else
            await EndAsync(
                claim,
                error is null && run.Counts.Failed == 0 ? JobResult.Done : JobResult.Failed,
                run.Counts,
                error
            );
    }

    private async Task EndAsync(JobClaim claim, JobResult result, JobCounts counts, string? error)
    {
        var own = await InClaimsAsync(c =>
            c.EndAsync(claim, result, counts, error, CancellationToken.None)
        );
        if (own && result == JobResult.Failed)
            await trouble.LookAsync(claim.JobKey, CancellationToken.None);
    }

    /// <summary>Says three times in each lease that this node is there. A run that another has taken meanwhile is broken off.</summary>
    private async Task BeatAsync(
        JobClaim claim,
        JobRun run,
        TimeSpan lease,
        CancellationTokenSource going,
        CancellationToken ct
    )
    {
        var kept = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(lease / 3);
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await timer.WaitForNextTickAsync(ct);
                if (!await KeepAsync(claim, run.Counts, lease, ct))
                {
                    await going.CancelAsync();
                    return;
                }
                kept = Stopwatch.GetTimestamp();
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (Outage.Is(e))
            {
                // Another node may have it by now.
                if (Stopwatch.GetElapsedTime(kept) > lease)
                    await going.CancelAsync();
            }
        }
    }

    private async Task<bool> KeepAsync(
        JobClaim claim,
        JobCounts counts,
        TimeSpan lease,
        CancellationToken ct
    )
    {
        await using var services = scopes.CreateAsyncScope();
        return await services
            .ServiceProvider.GetRequiredService<JobClaims>()
            .KeepAsync(claim, counts, lease, ct);
    }

    /// <summary>A database that is away for moments does not make a finished run be done again.</summary>
    private async Task<bool> InClaimsAsync(Func<JobClaims, Task<bool>> act)
    {
        for (var tries = 1; ; tries++)
            try
            {
                await using var services = scopes.CreateAsyncScope();
                return await act(services.ServiceProvider.GetRequiredService<JobClaims>());
            }
            catch (Exception e) when (tries < EndTries && Outage.Is(e))
            {
                await Task.Delay(BetweenTries);
            }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Job} was left by its node and goes on at {Node}, attempt {Attempt}."
    )]
    private partial void TakenOver(string job, string node, int attempt);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The database went away from {Job} ({Error}); it will be taken again."
    )]
    private partial void BrokenOff(string job, string error);

    /// <summary>What went wrong, without its message, which may hold what is nobody's business.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} broke off: {Error}\n{Where}")]
    private partial void Failed(string job, string error, string? where);
}
