using Foster.TestKit;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Foster.Tests.Jobs;

/// <summary>What every engine does, whichever this build contains.</summary>
public abstract class JobEngineContractTests(EngineHost host)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task What_was_asked_for_and_what_was_missed_runs_by_itself_and_once()
    {
        await UntilAsync(db => db.Set<JobState>().AnyAsync());

        Assert.True(await AskAsync());
        await UntilAsync(db => db.Set<JobRunRow>().AnyAsync(r => r.Result == JobResult.Done));
        await host.Node.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<JobState>()
                .ExecuteUpdateAsync(u =>
                    u.SetProperty(j => j.LastTickAt, j => j.LastTickAt.AddDays(-3))
                )
        );
        await UntilAsync(db =>
            db.Set<JobRunRow>()
                .AnyAsync(r => r.Result == JobResult.Done && r.Origin == JobOrigin.CatchUp)
        );

        Assert.Equal(2, host.Work.Runs);
    }

    private Task<bool> AskAsync() =>
        host.Node.InScopeAsync(s =>
            s.GetRequiredService<JobBook>().AskAsync(TestJob.Name, default)
        );

    private async Task UntilAsync(Func<FosterDb, Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await host.Node.InScopeAsync(s => isSo(s.GetRequiredService<FosterDb>())))
            await Task.Delay(50, limit.Token);
    }

    public sealed class OnSqlite(SqliteEngineHost host)
        : JobEngineContractTests(host),
            IClassFixture<SqliteEngineHost>;

    public sealed class OnPostgres(PostgresEngineHost host)
        : JobEngineContractTests(host),
            IClassFixture<PostgresEngineHost>;
}

/// <summary>A node whose engine runs, with one job that it looks after every second.</summary>
public abstract class EngineHost(FosterHost node, TestWork work) : IAsyncLifetime
{
    public FosterHost Node => node;

    public TestWork Work => work;

    public Task InitializeAsync() => node.InitializeAsync();

    public Task DisposeAsync() => node.DisposeAsync();

    protected static void Engine(IServiceCollection services, TestWork work)
    {
        services.RemoveAll<IJobEngine>();
        TestJob.Replace(services, work);
        services.RemoveAll<JobLines>();
        // An engine goes by time that really passes, here from an hour on at which nothing is due.
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new Running()));
        services.AddJobEngine(TestJob.Lines, new JobOptions { LookSeconds = 1 });
    }
}

/// <summary>Goes on from ten o'clock in the morning, whenever the tests are run.</summary>
internal sealed class Running : TimeProvider
{
    private static readonly DateTimeOffset Begin = TestClock.Instant("2026-05-15 10:00");
    private readonly long begun = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() =>
        TravelTime.MovedTo ?? Begin + System.GetElapsedTime(begun);
}

public sealed class SqliteEngineHost : EngineHost
{
    public SqliteEngineHost()
        : this(new TestWork()) { }

    private SqliteEngineHost(TestWork work)
        : base(new Host(work), work) { }

    private sealed class Host(TestWork work) : SqliteHost
    {
        protected override void Replace(IServiceCollection services) => Engine(services, work);
    }
}

public sealed class PostgresEngineHost : EngineHost
{
    public PostgresEngineHost()
        : this(new TestWork()) { }

    private PostgresEngineHost(TestWork work)
        : base(new Host(work), work) { }

    private sealed class Host(TestWork work) : PostgresHost
    {
        protected override void Replace(IServiceCollection services) => Engine(services, work);
    }
}
