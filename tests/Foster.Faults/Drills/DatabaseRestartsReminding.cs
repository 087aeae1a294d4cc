using Foster.TestKit;

namespace Foster.Faults;

/// <summary>The database server restarts in the middle of a run over 200 reminders, three times.</summary>
internal sealed class DatabaseRestartsReminding() : Drill("database-restarts-reminding", "30, 32")
{
    private const int Clocks = 200;
    private static readonly int[] Into = [50, 300, 600];

    public override async Task RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync(
            TestProvider.Postgres,
            TestContent.Demo
        );
        await PostgresServer.KeepItsWordAsync();
        await using var mail = new SmtpSink();
        var morning = new Morning(
            TestProvider.Postgres,
            new Books(TestProvider.Postgres, database.ConnectionString)
        );
        await morning.FillAsync(Clocks);
        using var node = new Node(
            TestProvider.Postgres,
            database.ConnectionString,
            Morning.Settings(mail)
        );
        await node.StartAsync();
        await morning.AskAsync();
        Must(await morning.BegunAsync(1), "the run begins");
        foreach (var wait in Into)
        {
            await Task.Delay(wait);
            await PostgresServer.StopAsync();
            await PostgresServer.ComeBackAsync();
            await node.AnsweringAsync();
        }

        Must(
            await morning.EndedAsync(),
            $"the run ends although its database was restarted {Into.Length} times, with the node never started again"
        );
        await morning.AuditAsync(this, mail, Clocks, Into.Length);
    }
}
