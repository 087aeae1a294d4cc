using System.Diagnostics;
using Foster.TestKit;

namespace Foster.Faults;

/// <summary>kill -9 ten times while people send their enquiries.</summary>
internal sealed class KilledWhilePosting(TestProvider provider)
    : Drill($"killed-{provider}".ToLowerInvariant(), "28")
{
    private const int Kills = 10;
    private const int Enough = 1_000;

    public override async Task RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
        if (provider == TestProvider.Postgres)
            await PostgresServer.KeepItsWordAsync();
        await using var mail = new SmtpSink();
        using var node = new Node(
            provider,
            database.ConnectionString,
            $"Mail:Host={mail.Host}",
            $"Mail:Port={mail.Port}",
            "Mail:StartTls=false",
            "Mail:PollSeconds=1"
        );
        await node.StartAsync();
        var crowd = new Crowd(node.Address);
        var running = crowd.RunAsync(Enough);
        var slowest = TimeSpan.Zero;
        var kills = 0;
        for (; kills < Kills && !running.IsCompleted; kills++)
        {
            await crowd.UntilAsync((kills + 1) * Enough / (Kills + 1), running);
            var away = Stopwatch.GetTimestamp();
            node.Kill();
            await node.StartAsync();
            var took = Stopwatch.GetElapsedTime(away);
            slowest = took > slowest ? took : slowest;
        }

        await running;
        Must(kills == Kills, $"{kills} kills");
        Must(crowd.Told.Count >= Enough, $"at least {Enough} acknowledged");
        Must(slowest < TimeSpan.FromSeconds(10), $"back within {slowest.TotalSeconds:F1} s");
        var books = new Books(provider, database.ConnectionString);
        await books.AuditAsync(this, crowd, node);
        await MailAsync(mail, crowd, books);
    }

    /// <summary>
    /// Each acknowledged enquiry is acknowledged by mail once. Where a kill left nobody knowing whether a message went
    /// out, it is not repeated blindly but shown to people.
    /// </summary>
    private async Task MailAsync(SmtpSink mail, Crowd crowd, Books books)
    {
        var wanted = crowd.Told.Keys.Select(n => n.ToLowerInvariant() + ".").ToHashSet();
        string? Whose(ReceivedMail m) =>
            m.Recipients.Select(r => r[..(r.IndexOf('.') + 1)]).FirstOrDefault(wanted.Contains);
        for (var patience = 0; patience < 600; patience++)
        {
            if (
                await books.AskAsync("""SELECT count(*) FROM "Outbox" WHERE "State" = 'Queued'""")
                == "0"
            )
                break;
            await Task.Delay(100);
        }

        var open = int.Parse(
            await books.AskAsync(
                """SELECT count(*) FROM "Outbox" WHERE "State" IN ('Claimed', 'Unknown')"""
            )
        );
        var received = mail.Messages.Where(m => Whose(m) is not null).ToList();
        var people = received.Select(Whose).Distinct().Count();
        Must(
            people + open >= wanted.Count && open <= Kills,
            $"{people} of {wanted.Count} acknowledged by mail, {open} left open by {Kills} kills and shown to people"
        );
        Must(received.Count == people, $"{received.Count - people} sent twice");
    }
}
