using Foster.TestKit;

namespace Foster.Faults;

/// <summary>Two nodes have the same run before them; the one that took it is killed, and the other goes on.</summary>
internal sealed class TwoNodesReminding() : Drill("two-nodes-reminding", "30, 35")
{
    private const int Clocks = 200;

    public override async Task RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync(
            TestProvider.Postgres,
            TestContent.Demo
        );
        await PostgresServer.KeepItsWordAsync();
        await using var mail = new SmtpSink();
        var books = new Books(TestProvider.Postgres, database.ConnectionString);
        var morning = new Morning(TestProvider.Postgres, books);
        await morning.FillAsync(Clocks);
        using var one = new Node(
            TestProvider.Postgres,
            database.ConnectionString,
            Morning.Settings(mail)
        );
        using var other = new Node(
            TestProvider.Postgres,
            database.ConnectionString,
            Morning.Settings(mail)
        );
        await one.StartAsync();
        await other.StartAsync();
        await morning.AskAsync();
        Must(await morning.BegunAsync(1), "one of them takes the run");
        var taker = await books.AskAsync(Morning.Runs("\"Attempt\" = 1", "\"Node\""));
        var dying = taker.Contains($"/{one.ProcessId}/", StringComparison.Ordinal) ? one : other;
        await Task.Delay(100);
        var began = Environment.TickCount64;
        dying.Kill();

        Must(await morning.EndedAsync(), "the other ends it");
        var took = TimeSpan.FromMilliseconds(Environment.TickCount64 - began);
        Must(took < TimeSpan.FromMinutes(2), $"{took.TotalSeconds:F0} s after its node was killed");
        await morning.AuditAsync(this, mail, Clocks, 1);
        var twice = await morning.CountAsync(
            """
            SELECT count(*) FROM (SELECT 1 AS "One" FROM "JobRuns"
            GROUP BY "JobKey", "ScheduledAt" HAVING count(*) > 1) AS t
            """
        );
        Must(twice == 0, $"{twice} ticks ran on both nodes");
    }
}
