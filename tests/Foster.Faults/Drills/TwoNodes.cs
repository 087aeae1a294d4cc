using System.Diagnostics;
using System.Net;
using Foster.TestKit;

namespace Foster.Faults;

/// <summary>Two nodes on one database, started at once on an empty one; one is killed and comes back.</summary>
internal sealed class TwoNodes() : Drill("two-nodes", "2, 35")
{
    private const int Enough = 300;

    public override async Task RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync(
            TestProvider.Postgres,
            TestContent.Nothing
        );
        await PostgresServer.KeepItsWordAsync();
        using var one = new Node(
            TestProvider.Postgres,
            database.ConnectionString,
            "Demo:Enabled=true"
        );
        using var other = new Node(
            TestProvider.Postgres,
            database.ConnectionString,
            "Demo:Enabled=true"
        );
        one.Launch();
        other.Launch();
        await one.AnsweringAsync();
        await other.AnsweringAsync();
        var books = new Books(TestProvider.Postgres, database.ConnectionString);
        var (times, different) = (
            await books.AskAsync("SELECT count(*) FROM \"__EFMigrationsHistory\""),
            await books.AskAsync(
                "SELECT count(DISTINCT \"MigrationId\") FROM \"__EFMigrationsHistory\""
            )
        );
        Must(
            times == different,
            $"{times} migrations ran once though both nodes started on nothing"
        );

        await SessionsAsync(one, other);
        using var balancer = new Balancer(one.Port, other.Port);
        var crowd = new Crowd(balancer.Address, everyRequestAnew: true);
        var running = crowd.RunAsync(Enough);
        await crowd.UntilAsync(Enough / 3, running);
        one.Kill();
        await crowd.UntilAsync(Enough * 2 / 3, running);
        one.Launch();
        await one.AnsweringAsync();
        await running;
        Must(
            balancer.Served.Min() > Enough,
            $"journeys crossed nodes with every request: {string.Join(" and ", balancer.Served)} requests"
        );
        await books.AuditAsync(this, crowd, other);
    }

    /// <summary>A session of one node is one of the other, and so is its end.</summary>
    private async Task SessionsAsync(Node one, Node other)
    {
        using var here = new HtmlVisitor(one.Address);
        await here.SignInAsync("manager@foster.example");
        using var there = new HtmlVisitor(other.Address);
        foreach (var name in here.Cookies.Names)
            there.Cookies.Set(name, here.Cookies[name]!);
        var page = await there.GetAsync("/account");
        Must(page.Status == HttpStatusCode.OK, "signed in at one node is signed in at the other");

        var ended = await there.GetAsync("/account/sign-out");
        await ended.Form("main form").SubmitAsync();
        var started = Stopwatch.GetTimestamp();
        here.FollowsRedirects = false;
        var refused = (int)(await here.GetAsync("/account")).Status is 302 or 303;
        Must(
            refused,
            $"signed out there is signed out here after {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms"
        );
    }
}
