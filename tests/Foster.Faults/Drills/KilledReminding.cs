using Foster.TestKit;

namespace Foster.Faults;

/// <summary>kill -9 in the middle of a run over 200 reminders, five times; every step is told once to each all the same.</summary>
internal sealed class KilledReminding(TestProvider provider)
    : Drill($"killed-reminding-{provider}".ToLowerInvariant(), "30")
{
    private const int Clocks = 200;

    /// <summary>How far into a run each kill comes, in milliseconds: while it looks, while it writes, while it posts.</summary>
    private static readonly int[] Into = [0, 40, 80, 120, 160];

    public override async Task RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
        await using var mail = new SmtpSink();
        var morning = new Morning(provider, new Books(provider, database.ConnectionString));
        await morning.FillAsync(Clocks);
        using var node = new Node(provider, database.ConnectionString, Morning.Settings(mail));
        node.Launch();
        await node.AnsweringAsync();
        await morning.AskAsync();

        var killed = 0;
        for (; killed < Into.Length && await morning.BegunAsync(killed + 1); killed++)
        {
            await Task.Delay(Into[killed]);
            node.Kill();
            node.Launch();
            await node.AnsweringAsync();
        }

        Must(
            await morning.EndedAsync(),
            $"the run ends although its node was killed {killed} times"
        );
        Must(killed >= 3, $"{killed} of {Into.Length} kills met it at work");
        await morning.AuditAsync(this, mail, Clocks, killed);
    }
}
