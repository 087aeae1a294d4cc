using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Jobs;

/// <summary>Rows 30 and 34: what a tick means, with two nodes on one database.</summary>
public abstract class JobRunnerTests(JobNodes nodes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_tick_runs_once_though_both_nodes_are_told_of_it_again_and_again()
    {
        nodes.Work.Again();
        await nodes.StandAtAsync("2026-05-15 10:00");
        Assert.Equal(0, await Everybody());
        Assert.Empty(await nodes.RowsAsync());

        nodes.MoveTo("2026-05-16 01:30");
        await Everybody();
        await Everybody();

        Assert.Equal(1, nodes.Work.Runs);
        var run = Assert.Single(await nodes.RowsAsync());
        Assert.Equal(
            (
                JobOrigin.Schedule,
                JobResult.Done,
                1,
                TestClock.Instant("2026-05-16 01:30").UtcDateTime
            ),
            (run.Origin, run.Result, run.Attempt, run.ScheduledAt)
        );
        Assert.NotNull(run.StartedAt);
        Assert.NotNull(run.EndedAt);
        Assert.Contains(
            run.Node,
            new[] { JobNodes.Runner(nodes.First).Node, JobNodes.Runner(nodes.Second).Node }
        );
    }

    [Fact]
    public async Task Missed_ticks_are_caught_up_once_and_the_first_start_makes_up_for_nothing()
    {
        nodes.Work.Again();
        await nodes.StandAtAsync("2026-05-15 10:00");
        Assert.Empty(await JobNodes.Runner(nodes.First).DueAsync(default));

        nodes.MoveTo("2026-05-18 09:00");
        Assert.Equal([TestJob.Name], await JobNodes.Runner(nodes.Second).DueAsync(default));
        await Everybody();

        var run = Assert.Single(await nodes.RowsAsync());
        Assert.Equal(
            (JobOrigin.CatchUp, TestClock.Instant("2026-05-18 01:30").UtcDateTime),
            (run.Origin, run.ScheduledAt)
        );
        Assert.Equal(1, nodes.Work.Runs);
    }

    [Theory]
    [InlineData("2026-03-28 23:00", "2026-03-29")]
    [InlineData("2026-10-24 23:00", "2026-10-25")]
    public async Task On_the_nights_when_the_clocks_change_a_job_at_half_past_one_runs_once(
        string before,
        string night
    )
    {
        nodes.Work.Again();
        await nodes.StandAtAsync(before);

        // Through the night in steps of ten minutes of time that really goes by, as both nodes are told.
        for (
            var at = TestClock.Instant(before);
            at < TestClock.Instant($"{night} 06:00");
            at += TimeSpan.FromMinutes(10)
        )
        {
            nodes.First.Clock.Set(at);
            nodes.Second.Clock.Set(at);
            await JobNodes.Runner(nodes.First).RunAsync(TestJob.Name, default);
            await JobNodes.Runner(nodes.Second).RunAsync(TestJob.Name, default);
        }

        Assert.Equal(1, nodes.Work.Runs);
        Assert.Single(await nodes.RowsAsync());
    }

    [Fact]
    public async Task A_run_whose_node_died_is_taken_over_and_the_dead_node_has_no_say_any_more()
    {
        var began = new TaskCompletionSource();
        var dead = new TaskCompletionSource();
        nodes.Work.Again(
            async (run, _) =>
            {
                run.Count(considered: 7, done: run.Attempt);
                if (run.Attempt > 1)
                    return;
                began.SetResult();
                await dead.Task;
            }
        );
        await nodes.StandAtAsync("2026-05-15 10:00");
        nodes.MoveTo("2026-05-16 01:30");
        var first = JobNodes.Runner(nodes.First).RunAsync(TestJob.Name, default);
        await began.Task.WaitAsync(Patience);

        // While the first has it nobody else does; once its lease is over it is taken within one look.
        Assert.Equal(0, await JobNodes.Runner(nodes.Second).RunAsync(TestJob.Name, default));
        Assert.Empty(await JobNodes.Runner(nodes.Second).DueAsync(default));
        await nodes.DoAsync(db =>
            db.Set<JobRunRow>().ExecuteUpdateAsync(u => u.SetProperty(r => r.LeaseUntil, 1))
        );
        Assert.Equal([TestJob.Name], await JobNodes.Runner(nodes.Second).DueAsync(default));
        Assert.Equal(1, await JobNodes.Runner(nodes.Second).RunAsync(TestJob.Name, default));
        dead.SetResult();
        await first.WaitAsync(Patience);

        var run = Assert.Single(await nodes.RowsAsync());
        Assert.Equal((2, 2, JobResult.Done), (run.Attempt, run.Done, run.Result));
        Assert.Equal(JobNodes.Runner(nodes.Second).Node, run.Node);
        Assert.Equal(2, nodes.Work.Runs);
    }

    [Fact]
    public void A_dead_node_is_noticed_within_two_minutes()
    {
        var options = new JobOptions();

        Assert.True(options.LeaseSeconds + (2 * options.LookSeconds) <= 120);
    }

    [Fact]
    public async Task What_stops_every_node_that_begins_it_is_given_up()
    {
        nodes.Work.Again();
        await nodes.StandAtAsync("2026-05-15 10:00");
        await nodes.First.InScopeAsync(s =>
            s.GetRequiredService<JobClaims>()
                .OpenAsync(
                    TestJob.Name,
                    nodes.First.Clock.GetUtcNow().UtcDateTime,
                    JobOrigin.ByHand,
                    default
                )
        );
        await nodes.DoAsync(db =>
            db.Set<JobRunRow>()
                .ExecuteUpdateAsync(u => u.SetProperty(r => r.Attempt, JobWork.MostAttempts))
        );

        await Everybody();

        Assert.Equal(0, nodes.Work.Runs);
        Assert.Equal(JobResult.Failed, Assert.Single(await nodes.RowsAsync()).Result);
    }

    [Fact]
    public async Task A_database_that_goes_away_in_the_middle_fails_nothing_and_the_run_is_taken_again()
    {
        nodes.Work.Again(
            (run, ct) =>
                run.Attempt == 1
                    ? run.EachCouncilAsync((_, _, _) => throw new TimeoutException(), ct)
                    : Task.CompletedTask
        );
        await nodes.StandAtAsync("2026-05-15 10:00");
        nodes.MoveTo("2026-05-16 01:30");

        await JobNodes.Runner(nodes.First).RunAsync(TestJob.Name, default);
        await Everybody();

        var run = Assert.Single(await nodes.RowsAsync());
        Assert.Equal((JobResult.Done, 2, 0), (run.Result, run.Attempt, run.Failed));
    }

    [Fact]
    public async Task A_failing_item_keeps_no_other_from_being_done_and_shows_in_the_row()
    {
        nodes.Work.Again(
            async (run, ct) =>
            {
                var councils = await run.CouncilsAsync(ct);
                Assert.True(councils.Count >= 2);
                await run.EachCouncilAsync(
                    (services, actor, _) =>
                    {
                        Assert.Equal(Role.System, actor.Role);
                        Assert.True(
                            services.GetRequiredService<CouncilScope>().Sees(actor.CouncilId)
                        );
                        return actor.CouncilId == councils[0]
                            ? throw new FormatException("words that no row may hold")
                            : Task.CompletedTask;
                    },
                    ct
                );
            }
        );
        await nodes.StandAtAsync("2026-05-15 10:00");
        nodes.MoveTo("2026-05-16 01:30");

        await Everybody();

        var run = Assert.Single(await nodes.RowsAsync());
        Assert.Equal((1, JobResult.Failed), (run.Failed, run.Result));
        Assert.True(run.Done >= 1);
        Assert.Equal(run.Considered, run.Done + run.Failed);
        Assert.Null(run.Error);
    }

    [Fact]
    public async Task Administrators_of_every_council_are_told_once_of_three_failures_in_a_row()
    {
        nodes.Work.Again((_, _) => throw new FormatException("words that no row may hold"));
        await nodes.StandAtAsync("2026-05-15 10:00");
        var before = await AlertsAsync();

        foreach (var day in (string[])["16", "17"])
            await NightAsync(day);
        Assert.Equal(before, await AlertsAsync());

        await NightAsync("18");
        var told = await AlertsAsync();
        Assert.True(told.Alerts >= before.Alerts + 2);
        Assert.True(told.Mails > before.Mails);
        await NightAsync("19");
        Assert.Equal(told, await AlertsAsync());

        nodes.Work.Again();
        await NightAsync("20");
        nodes.Work.Again((_, _) => throw new FormatException("words that no row may hold"));
        foreach (var day in (string[])["21", "22"])
            await NightAsync(day);
        Assert.Equal(told, await AlertsAsync());
        await NightAsync("23");
        Assert.True((await AlertsAsync()).Alerts > told.Alerts);
        Assert.All(
            (await nodes.RowsAsync()).Where(r => r.Result == JobResult.Failed),
            r => Assert.Equal(nameof(FormatException), r.Error)
        );
    }

    [Fact]
    public async Task A_pause_leaves_runs_out_and_what_was_left_out_is_not_made_up_for()
    {
        nodes.Work.Again();
        await nodes.StandAtAsync("2026-05-15 10:00");
        Assert.True(
            await BookAsync(b => b.PauseAsync(TestJob.Name, "Moving house", Somebody, default))
        );
        Assert.False(await BookAsync(b => b.PauseAsync(TestJob.Name, "Again", Somebody, default)));

        nodes.MoveTo("2026-05-16 01:30");
        Assert.Equal(0, await Everybody());
        nodes.MoveTo("2026-05-16 09:00");
        Assert.True(await BookAsync(b => b.GoOnAsync(TestJob.Name, default)));
        Assert.False(await BookAsync(b => b.GoOnAsync(TestJob.Name, default)));
        Assert.Equal(0, await Everybody());
        nodes.MoveTo("2026-05-17 01:30");
        Assert.Equal(1, await Everybody());
        Assert.Equal(1, nodes.Work.Runs);
    }

    [Fact]
    public async Task Of_several_who_ask_at_once_one_starts_a_run_and_nobody_does_while_it_goes_on()
    {
        var began = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        nodes.Work.Again(
            async (_, _) =>
            {
                began.TrySetResult();
                await go.Task;
            }
        );
        await nodes.StandAtAsync("2026-05-15 10:00");

        var asked = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(n =>
                    (n % 2 == 0 ? nodes.First : nodes.Second).InScopeAsync(s =>
                        s.GetRequiredService<JobBook>().AskAsync(TestJob.Name, default)
                    )
                )
        );
        Assert.Single(asked, a => a);
        var running = Everybody();
        await began.Task.WaitAsync(Patience);
        Assert.False(await BookAsync(b => b.AskAsync(TestJob.Name, default)));
        go.SetResult();

        Assert.Equal(1, await running.WaitAsync(Patience));
        var run = Assert.Single(await nodes.RowsAsync());
        Assert.Equal((JobOrigin.ByHand, JobResult.Done), (run.Origin, run.Result));
        Assert.Equal(1, nodes.Work.Runs);
    }

    [Fact]
    public async Task A_tick_that_comes_while_a_run_goes_on_waits_for_its_end()
    {
        nodes.Work.Again(
            (_, _) =>
            {
                if (nodes.Work.Runs == 1)
                    nodes.MoveTo("2026-05-17 01:30");
                return Task.CompletedTask;
            }
        );
        await nodes.StandAtAsync("2026-05-15 10:00");
        nodes.MoveTo("2026-05-16 01:30");

        Assert.Equal(2, await JobNodes.Runner(nodes.First).RunAsync(TestJob.Name, default));
        Assert.Equal(2, (await nodes.RowsAsync()).Count);
    }

    [Fact]
    public async Task A_node_that_stops_gives_its_run_back_at_once()
    {
        nodes.Work.Again((run, ct) => run.Attempt > 1 ? Task.CompletedTask : Task.Delay(-1, ct));
        await nodes.StandAtAsync("2026-05-15 10:00");
        nodes.MoveTo("2026-05-16 01:30");
        using var stop = new CancellationTokenSource();

        var first = JobNodes.Runner(nodes.First).RunAsync(TestJob.Name, stop.Token);
        while (nodes.Work.Runs == 0)
            await Task.Delay(5);
        await stop.CancelAsync();
        await first.WaitAsync(Patience);

        Assert.Equal(1, await JobNodes.Runner(nodes.Second).RunAsync(TestJob.Name, default));
        var run = Assert.Single(await nodes.RowsAsync());
        Assert.Equal((2, JobResult.Done), (run.Attempt, run.Result));
    }

    private static Actor Somebody { get; } =
        new(Guid.NewGuid(), "Ada Admin", Role.Administrator, Guid.NewGuid());

    /// <summary>Both nodes are told at the same moment.</summary>
    private async Task<int> Everybody() =>
        (
            await Task.WhenAll(
                Task.Run(() => JobNodes.Runner(nodes.First).RunAsync(TestJob.Name, default)),
                Task.Run(() => JobNodes.Runner(nodes.Second).RunAsync(TestJob.Name, default))
            )
        ).Sum();

    private async Task NightAsync(string day)
    {
        nodes.MoveTo($"2026-05-{day} 01:30");
        await Everybody();
    }

    private Task<T> BookAsync<T>(Func<JobBook, Task<T>> act) =>
        nodes.First.InScopeAsync(s => act(s.GetRequiredService<JobBook>()));

    private Task<(int Alerts, int Mails)> AlertsAsync() =>
        nodes.First.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            return (
                await db.Set<Alert>().IgnoreQueryFilters().CountAsync(a => a.Kind == "job.failed"),
                await db.Set<OutboxMessage>()
                    .IgnoreQueryFilters()
                    .CountAsync(m => m.Kind == "alert.job.failed")
            );
        });

    public sealed class OnSqlite(SqliteNodes nodes)
        : JobRunnerTests(nodes),
            IClassFixture<SqliteNodes>;

    public sealed class OnPostgres(PostgresNodes nodes)
        : JobRunnerTests(nodes),
            IClassFixture<PostgresNodes>;
}
