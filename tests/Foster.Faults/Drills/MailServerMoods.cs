using Foster.TestKit;

namespace Foster.Faults;

/// <summary>
/// A mail server that does not let in, hangs, drops, is slow, loses its acknowledgement and goes away, while people
/// enquire. Everything goes out once it is well, and only a lost acknowledgement makes a copy.
/// </summary>
internal sealed class MailServerMoods(TestProvider provider)
    : Drill($"mail-server-{provider}".ToLowerInvariant(), "31")
{
    private const int Enough = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly (string Name, SmtpManner Manner, bool Copies)[] Moods =
    [
        ("does not let in", SmtpManner.Refuses(421, at: SmtpStage.Connect), false),
        ("refuses for now", SmtpManner.Refuses(451), false),
        ("hangs", SmtpManner.Hangs(), false),
        ("drops", SmtpManner.Drops(), false),
        ("is slow", SmtpManner.Slow(TimeSpan.FromSeconds(1)), false),
        ("loses its acknowledgement", SmtpManner.Drops(SmtpStage.Kept), true),
    ];

    public override async Task RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
        if (provider == TestProvider.Postgres)
            await PostgresServer.KeepItsWordAsync();
        await using var mail = new SmtpSink();
        var books = new Books(provider, database.ConnectionString);
        using var node = new Node(provider, database.ConnectionString, Morning.Settings(mail));
        await node.StartAsync();
        foreach (var (name, manner, copies) in Moods)
        {
            mail.Clear();
            mail.Manner = manner;
            await new Crowd(node.Address).RunAsync(Enough);
            await Task.Delay(TimeSpan.FromSeconds(4));
            mail.Manner = SmtpManner.Accepts;
            await SentAsync(books, name);
            var more = mail.Messages.GroupBy(m => m.MessageId).Sum(g => g.Count() - 1);
            Must(
                more == 0 || copies,
                $"{mail.Messages.Count} arrived, {more} of them copies with the same Message-ID"
            );
        }

        await mail.GoAwayAsync();
        mail.Clear();
        await new Crowd(node.Address).RunAsync(Enough);
        mail.ComeBack();
        await SentAsync(books, "is away");
        mail.Manner = SmtpManner.Refuses(550);
        await new Crowd(node.Address).RunAsync(Enough);
        var refused = 0;
        for (var tries = 0; tries < 300 && refused < Enough; tries++)
        {
            await Task.Delay(100);
            refused = int.Parse(
                await books.AskAsync(
                    """SELECT count(*) FROM "Outbox" WHERE "State" = 'Refused' AND "Attempts" = 1"""
                )
            );
        }

        Must(refused >= Enough, $"{refused} that were refused for good were tried once");
    }

    private async Task SentAsync(Books books, string mood)
    {
        var began = Environment.TickCount64;
        var left = "";
        while (Environment.TickCount64 - began < Patience.TotalMilliseconds)
        {
            left = await books.AskAsync(
                """SELECT count(*) FROM "Outbox" WHERE "State" IN ('Queued', 'Claimed', 'Unknown')"""
            );
            if (left == "0")
                break;
            await Task.Delay(100);
        }

        Must(
            left == "0",
            $"a server that {mood}: {left} wait {(Environment.TickCount64 - began) / 1000} s after it is well"
        );
    }
}
