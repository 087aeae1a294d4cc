using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Jobs;

/// <summary>A run as the job sees it: for when it is, its items one by one, and what it has come to.</summary>
public sealed partial class JobRun(JobClaim claim, IServiceScopeFactory scopes, ILogger log)
{
    private int considered;
    private int done;
    private int failed;

    public Guid Id => claim.Id;

    /// <summary>The instant it is for, however late it runs.</summary>
    public DateTime ScheduledAt => claim.ScheduledAt;

    /// <summary>The day in London it is for.</summary>
    public DateOnly Day => London.DateOf(claim.ScheduledAt);

    /// <summary>More than 1 where another node began it and stopped.</summary>
    public int Attempt => claim.Attempt;

    internal JobCounts Counts => new(considered, done, failed);

    /// <summary>Adds to what the run has come to, where the job counts for itself.</summary>
    public void Count(int considered = 0, int done = 0, int failed = 0)
    {
        Interlocked.Add(ref this.considered, considered);
        Interlocked.Add(ref this.done, done);
        Interlocked.Add(ref this.failed, failed);
    }

    /// <summary>
    /// Does one item, or one batch, for a council: in services of its own, opened for that council, as Foster itself. What
    /// fails is counted and logged, and the run carries on; a database that is away breaks it off, to be taken again. True
    /// when it was done.
    /// </summary>
    public async Task<bool> ItemAsync(
        Guid councilId,
        Func<IServiceProvider, Actor, CancellationToken, Task> act,
        CancellationToken ct
    )
    {
        ct.ThrowIfCancellationRequested();
        Count(considered: 1);
        try
        {
            await using var services = scopes.CreateAsyncScope();
            var actor = services
                .ServiceProvider.GetRequiredService<ActorSource>()
                .System(councilId);
            await act(services.ServiceProvider, actor, ct);
            Count(done: 1);
            return true;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && !Outage.Is(e))
        {
            Count(failed: 1);
            ItemFailed(claim.JobKey, e.GetType().Name, e.StackTrace);
            return false;
        }
    }

    /// <summary>One item for each council.</summary>
    public async Task EachCouncilAsync(
        Func<IServiceProvider, Actor, CancellationToken, Task> act,
        CancellationToken ct
    )
    {
        foreach (var council in await CouncilsAsync(ct))
            await ItemAsync(council, act, ct);
    }

    /// <summary>One item for each row that is due in each council, in the order in which they are read.</summary>
    public async Task EachDueAsync(
        Func<FosterDb, Guid, IQueryable<Guid>> due,
        Func<IServiceProvider, Guid, Actor, CancellationToken, Task> act,
        CancellationToken ct
    )
    {
        foreach (var council in await CouncilsAsync(ct))
        foreach (var id in await ReadAsync(council, db => due(db, council).ToListAsync(ct)))
            await ItemAsync(
                council,
                (services, actor, token) => act(services, id, actor, token),
                ct
            );
    }

    /// <summary>Reads what a council has, as Foster itself.</summary>
    public async Task<T> ReadAsync<T>(Guid councilId, Func<FosterDb, Task<T>> read)
    {
        await using var services = scopes.CreateAsyncScope();
        services.ServiceProvider.GetRequiredService<ActorSource>().System(councilId);
        return await read(services.ServiceProvider.GetRequiredService<FosterDb>());
    }

    public async Task<IReadOnlyList<Guid>> CouncilsAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        return await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<Council>()
            .OrderBy(c => c.Id)
            .Select(c => c.Id)
            .ToListAsync(ct);
    }

    /// <summary>What went wrong, without its message, which may hold what is nobody's business.</summary>
    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "An item of {Job} failed, the run goes on: {Error}\n{Where}"
    )]
    private partial void ItemFailed(string job, string error, string? where);
}
