using System.Diagnostics;
using System.Net;
using Foster.TestKit;

namespace Foster.Faults;

/// <summary>The database server is stopped while people send, and comes back.</summary>
internal sealed class DatabaseAway() : Drill("database-away", "32")
{
    private const int Enough = 200;

    public override async Task RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync(
            TestProvider.Postgres,
            TestContent.Demo
        );
        await PostgresServer.KeepItsWordAsync();
        using var node = new Node(TestProvider.Postgres, database.ConnectionString);
        await node.StartAsync();
        var waiting = new Enquirer(node.Address, "Zqwaiting");
        using var visitor = waiting.Visitor();
        var last = await waiting.ToLastPageAsync(visitor);

        var crowd = new Crowd(node.Address);
        var running = crowd.RunAsync(Enough);
        await crowd.UntilAsync(Enough / 3, running);
        await PostgresServer.StopAsync();
        await AwayAsync(node, waiting, last);
        await PostgresServer.ComeBackAsync();
        var back = await node.AnsweringAsync();
        Must(
            back < TimeSpan.FromSeconds(10),
            $"works again after {back.TotalSeconds:F1} s, not restarted"
        );
        Must(
            await waiting.SendAsync(last) is { Length: > 0 },
            "what could not be sent goes out by pressing the same button again"
        );
        await running;
        await new Books(TestProvider.Postgres, database.ConnectionString).AuditAsync(
            this,
            crowd,
            node
        );
    }

    private async Task AwayAsync(Node node, Enquirer waiting, HtmlPage last)
    {
        await node.AnsweringAsync(ready: false);
        var started = Stopwatch.GetTimestamp();
        var sent = await waiting.SendOnceAsync(last);
        var took = Stopwatch.GetElapsedTime(started);
        Must(sent is null && waiting.Leak is null, $"a post gets a page for people {waiting.Leak}");
        Must(took < TimeSpan.FromSeconds(10), $"within {took.TotalSeconds:F1} s");

        using var reader = new HtmlVisitor(node.Address);
        foreach (var address in new[] { "/", "/enquire", "/sign-in", "/contact" })
        {
            started = Stopwatch.GetTimestamp();
            var page = await reader.GetAsync(address);
            took = Stopwatch.GetElapsedTime(started);
            Must(
                page.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.OK
                    && Inside.In(page) is null
                    && took < TimeSpan.FromSeconds(10),
                $"{address} answers {(int)page.Status} within {took.TotalSeconds:F1} s {Inside.In(page)}"
            );
        }
    }
}
