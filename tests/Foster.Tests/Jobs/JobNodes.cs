using Foster.TestKit;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace Foster.Tests.Jobs;

/// <summary>What the job of the tests does when it runs, on whichever node.</summary>
public sealed class TestWork
{
    private int runs;

    public int Runs => runs;

    public Func<JobRun, CancellationToken, Task> Act { get; set; } = (_, _) => Task.CompletedTask;

    public Task RunAsync(JobRun run, CancellationToken ct)
    {
        Interlocked.Increment(ref runs);
        return Act(run, ct);
    }

    public void Again(Func<JobRun, CancellationToken, Task>? act = null) =>
        (runs, Act) = (0, act ?? ((_, _) => Task.CompletedTask));
}

/// <summary>The only job of these tests.</summary>
public sealed class TestJob(TestWork work) : IJob
{
    public const string Name = "test.night";

    public string Key => Name;

    public Task RunAsync(JobRun run, CancellationToken ct) => work.RunAsync(run, ct);

    public static IReadOnlyList<JobLine> Lines { get; } =
    [
        new(
            Name,
            "30 1 * * *",
            London.Zone,
            "Work of the tests",
            "So that there is something to do."
        ),
    ];

    public static void Replace(IServiceCollection services, TestWork work)
    {
        services.RemoveAll<JobLines>();
        services.RemoveAll<IJob>();
        services.AddSingleton(new JobLines(Lines)).AddSingleton(work).AddScoped<IJob, TestJob>();
    }
}

/// <summary>Two nodes, each the whole program, on one database.</summary>
public abstract class JobNodes(FosterHost first, FosterHost second, TestWork work) : IAsyncLifetime
{
    public FosterHost First => first;

    public FosterHost Second => second;

    public TestWork Work => work;

    public async Task InitializeAsync()
    {
        await first.InitializeAsync();
        await second.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await second.DisposeAsync();
        await first.DisposeAsync();
    }

    public static JobRunner Runner(FosterHost node) =>
        node.Services.GetRequiredService<JobRunner>();

    /// <summary>Both clocks at a London time; a baseline there where asked, with no run before it.</summary>
    public async Task StandAtAsync(string london, bool anew = true)
    {
        first.Clock.Set(london);
        second.Clock.Set(london);
        if (!anew)
            return;
        await DoAsync(async db =>
        {
            await db.Set<JobRunRow>().ExecuteDeleteAsync();
            await db.Set<JobState>().ExecuteDeleteAsync();
        });
        await Runner(first).DueAsync(default);
    }

    public void MoveTo(string london)
    {
        first.Clock.Set(london);
        second.Clock.Set(london);
    }

    public Task DoAsync(Func<FosterDb, Task> act) =>
        first.InScopeAsync(s => act(s.GetRequiredService<FosterDb>()));

    public Task<List<JobRunRow>> RowsAsync() =>
        first.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<JobRunRow>()
                .AsNoTracking()
                .OrderBy(r => r.ScheduledAt)
                .ToListAsync()
        );
}

public sealed class SqliteNodes : JobNodes
{
    public SqliteNodes()
        : this(new TestWork()) { }

    private SqliteNodes(TestWork work)
        : this(new Node(work, null), work) { }

    private SqliteNodes(Node first, TestWork work)
        : base(first, new Node(work, first), work) { }

    private sealed class Node(TestWork work, FosterHost? beside) : SqliteDemoHost
    {
        protected override TestContent Content =>
            beside is null ? TestContent.Demo : TestContent.Tables;

        protected override IReadOnlyDictionary<string, string> Settings => Beside.Settings(beside);

        protected override void Replace(IServiceCollection services) =>
            TestJob.Replace(services, work);
    }
}

public sealed class PostgresNodes : JobNodes
{
    public PostgresNodes()
        : this(new TestWork()) { }

    private PostgresNodes(TestWork work)
        : this(new Node(work, null), work) { }

    private PostgresNodes(Node first, TestWork work)
        : base(first, new Node(work, first), work) { }

    private sealed class Node(TestWork work, FosterHost? beside) : PostgresDemoHost
    {
        protected override TestContent Content =>
            beside is null ? TestContent.Demo : TestContent.Tables;

        protected override IReadOnlyDictionary<string, string> Settings => Beside.Settings(beside);

        protected override void Replace(IServiceCollection services) =>
            TestJob.Replace(services, work);
    }
}

internal static class Beside
{
    /// <summary>The second node has the database of the first.</summary>
    public static IReadOnlyDictionary<string, string> Settings(FosterHost? first)
    {
        var settings = new Dictionary<string, string>
        {
            // A node says three times in each lease that it is there: here never within a test, which says itself who is.
            ["Jobs:LeaseSeconds"] = "3600",
        };
        if (first is null)
            return settings;
        settings["ConnectionStrings:Foster"] = first.ConnectionString;
        settings["Mail:Host"] = "";
        return settings;
    }
}
