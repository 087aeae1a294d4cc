using System.Diagnostics;
using Foster.TestKit;
using Npgsql;

namespace Foster.Bench;

/// <summary>
/// Puts the two requests that matter most beside the least that the same host could do, on both databases, in turns, so
/// that whatever else the machine does falls on both alike.
/// </summary>
internal static class Comparison
{
    private const double PageAim = 0.25;
    private const double PostAim = 0.4;
    private const double SlowestAim = 100;
    private const int Found = 302;

    /// <summary>So many rounds go by before the runtime has compiled everything as well as it can.</summary>
    private const int WarmUp = 4;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ([] or ["--quick"] or ["--sqlite"] or ["--postgres"]))
        {
            Console.Error.WriteLine(
                "Usage: tests/bench [--quick | --sqlite | --postgres | --history [rows] | --reminders [clocks] | --mail [messages] | --journeys [number]]"
            );
            return 2;
        }

        var effort = args is ["--quick"]
            ? new Effort(TimeSpan.FromSeconds(0.5), 2, 60)
            : new Effort(TimeSpan.FromSeconds(2), 5, 250);
        Console.WriteLine(
            $"{Load.Width} connections over Kestrel, {Environment.ProcessorCount} processors shared by server and load"
        );
        foreach (var provider in Enum.GetValues<TestProvider>())
        {
            if (
                args is not ["--sqlite" or "--postgres"]
                || args[0] == "--" + provider.ToString().ToLowerInvariant()
            )
            {
                await OnAsync(provider, effort);
            }
        }

        return 0;
    }

    private static async Task OnAsync(TestProvider provider, Effort effort)
    {
        await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
        if (provider == TestProvider.Postgres)
        {
            await PostgresServer.KeepItsWordAsync();
        }

        using var server = new ServerProcess(provider, database.ConnectionString);
        var port = await server.StartAsync();
        Console.WriteLine();
        Console.WriteLine($"{provider} ({server.Durability})");
        using var load = new Load(port);
        await PagesAsync(load, effort);
        await PostsAsync(load, port, effort);
    }

    private static async Task PagesAsync(Load load, Effort effort)
    {
        var empty = new Figures("empty page");
        var start = new Figures("start page of the enquiry");
        var (askEmpty, askStart) = (Connection.Get("/bench/empty"), Connection.Get("/enquire"));
        await load.ForAsync(effort.Round * 2, askEmpty, IsFine, null);
        await load.ForAsync(effort.Round * 3, askStart, IsFine, null);
        for (var round = 0; round < effort.Rounds; round++)
        {
            await load.ForAsync(effort.Round, askEmpty, IsFine, empty);
            await load.ForAsync(effort.Round, askStart, IsFine, start);
        }

        Print(empty, start, PageAim);
        static bool IsFine(Answer answer) => answer.Status == 200;
    }

    private static async Task PostsAsync(Load load, int port, Effort effort)
    {
        var bare = new Figures("bare durable insert of one row");
        var whole = new Figures("whole enquiry submission");
        var insert = Connection.Post("/bench/insert", "words=few");
        var posts = await PreparedAsync(load, port, effort.Posts * (effort.Rounds + WarmUp));
        await load.EachAsync(Enumerable.Repeat(insert, effort.Posts), IsSent, null);
        await load.EachAsync(posts.Take(effort.Posts * WarmUp), IsSent, null);
        for (var round = WarmUp; round < effort.Rounds + WarmUp; round++)
        {
            await load.EachAsync(Enumerable.Repeat(insert, effort.Posts), IsSent, bare);
            await load.EachAsync(
                posts.Skip(effort.Posts * round).Take(effort.Posts),
                IsSent,
                whole
            );
        }

        Print(bare, whole, PostAim);
        static bool IsSent(Answer answer) =>
            answer.Status == Found
            && answer.Head.Contains("Location: /enquire/sent\r\n", StringComparison.Ordinal);
    }

    /// <summary>
    /// Walks the journey once as a visitor, has the draft copied with another person in each, and makes the request
    /// that the button of its last page would send.
    /// </summary>
    private static async Task<List<byte[]>> PreparedAsync(Load load, int port, int count)
    {
        using var visitor = new HtmlVisitor(new Uri($"http://localhost:{port}/"));
        var start = await visitor.GetAsync("/enquire");
        var page = await visitor.GetAsync(
            start.Find("main a.govuk-button--start").GetAttribute("href")!
        );
        page = await new PlausibleAnswers(yes: false, Drafts.Marker).WalkAsync(
            page,
            until: "/enquire/check"
        );
        if (page.Address.AbsolutePath != "/enquire/check")
        {
            throw new InvalidOperationException($"The journey ends elsewhere. {page}");
        }

        var token = page.Find("main form input[name=__RequestVerificationToken]")
            .GetAttribute("value")!;
        var journey = visitor.Cookies.Names.Single(n =>
            n.EndsWith("-enquiry", StringComparison.Ordinal)
        );
        var others = string.Join(
            "; ",
            visitor.Cookies.Names.Where(n => n != journey).Select(n => $"{n}={visitor.Cookies[n]}")
        );
        var answer = await load.AskAsync(
            Connection.Post($"/bench/drafts?from={visitor.Cookies[journey]}&count={count}", "")
        );
        var ids = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Split('\n');
        if (ids.Length != count)
        {
            throw new InvalidOperationException($"The drafts were not made: {answer[..200]}");
        }

        return
        [
            .. ids.Select(id =>
                Connection.Post(
                    "/enquire/check",
                    $"__RequestVerificationToken={Uri.EscapeDataString(token)}&submission-key={Guid.NewGuid()}",
                    $"{journey}={id.Trim()}; {others}"
                )
            ),
        ];
    }

    private static void Print(Figures least, Figures ours, double aim)
    {
        Console.WriteLine(least);
        Console.WriteLine(ours);
        var ratio = ours.PerSecond / least.PerSecond;
        var slowest = ours.Percentile(0.99);
        Console.WriteLine(
            $"    ratio {ratio:F2}, the aim is {aim:F2}{Below(ratio < aim)}; by processor time {least.ProcessorPerRequest / ours.ProcessorPerRequest:F2}; "
                + $"p99 {slowest:F1} ms, the aim is under {SlowestAim:F0} ms{Below(slowest >= SlowestAim)}"
        );
        static string Below(bool missed) => missed ? " (below the aim)" : "";
    }

    /// <param name="Round">How long a page is asked for, in turns with its baseline.</param>
    /// <param name="Posts">How many posts make a round.</param>
    private sealed record Effort(TimeSpan Round, int Rounds, int Posts);
}

/// <summary>The server in a process of its own, so that its processor time is its alone.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    public ServerProcess(TestProvider provider, string connectionString)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList =
            {
                "serve",
                $"Database:Provider={provider}",
                $"ConnectionStrings:Foster={connectionString}",
                "Kestrel:Endpoints:Http:Url=http://127.0.0.1:0",
                "AllowedHosts=*",
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
    }

    /// <summary>What the database says of how it keeps its word.</summary>
    public string Durability { get; private set; } = "";

    public async Task<int> StartAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("durable ", StringComparison.Ordinal))
            {
                Durability = line["durable ".Length..] is "2"
                    ? "synchronous FULL"
                    : "fsync and synchronous_commit " + line["durable ".Length..];
            }
            else if (line.StartsWith("ready ", StringComparison.Ordinal))
            {
                _ = PassOnAsync();
                return new Uri(line["ready ".Length..]).Port;
            }
        }

        throw new InvalidOperationException("The server did not start; its words are above.");
    }

    /// <summary>What the server says while it is measured is shown, and never fills its pipe.</summary>
    private async Task PassOnAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            await Console.Error.WriteLineAsync(line);
        }
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(10_000))
        {
            process.Kill();
        }

        process.Dispose();
    }
}
