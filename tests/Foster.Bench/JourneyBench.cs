using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Foster.TestKit;

namespace Foster.Bench;

/// <summary>
/// 200 whole enquiries through the real pages, from the start page to the confirmation, by 8 people at once, beside the
/// same number of bare inserts by 8 at once. In turns, on both databases.
/// </summary>
internal static class JourneyBench
{
    private const int Journeys = 200;
    private const int Rounds = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var journeys = args is [var said, ..]
            ? int.Parse(said, CultureInfo.InvariantCulture)
            : Journeys;
        foreach (var provider in Enum.GetValues<TestProvider>())
        {
            await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
            if (provider == TestProvider.Postgres)
                await PostgresServer.KeepItsWordAsync();
            using var server = new ServerProcess(provider, database.ConnectionString);
            var port = await server.StartAsync();
            Console.WriteLine();
            Console.WriteLine($"{provider} ({server.Durability})");
            await ComparedAsync(port, journeys);
        }

        return 0;
    }

    private static async Task ComparedAsync(int port, int journeys)
    {
        var insert = Connection.Post("/bench/insert", "words=few");
        var bare = new Figures("bare durable insert of one row");
        using var load = new Load(port);
        await load.EachAsync(Enumerable.Repeat(insert, journeys), _ => true, null);
        await WalkAsync(port, journeys / 2);
        var whole = new List<Walked>();
        for (var round = 0; round < Rounds; round++)
        {
            await load.EachAsync(
                Enumerable.Repeat(insert, journeys),
                a => a.Status == (int)HttpStatusCode.Found,
                bare
            );
            whole.Add(await WalkAsync(port, journeys));
        }

        Console.WriteLine(bare);
        var middle = whole.OrderBy(w => w.Seconds).ElementAt(Rounds / 2);
        var perJourney = middle.Seconds / journeys;
        Console.WriteLine(
            $"  {journeys} whole journeys by {Load.Width} people: {journeys / middle.Seconds:N1}/s, {middle.Requests / journeys:N0} requests and "
                + $"{middle.Writes / journeys:N0} posts in each, p50 {middle.Percentile(0.5):N0} ms, p99 {middle.Percentile(0.99):N0} ms, failed {middle.Failed}"
        );
        Console.WriteLine(
            $"    a journey costs {perJourney * bare.PerSecond:N0} bare inserts; a post of it {perJourney * bare.PerSecond * journeys / middle.Writes:N1}"
        );
    }

    private static async Task<Walked> WalkAsync(int port, int journeys)
    {
        var left = new ConcurrentQueue<int>(Enumerable.Range(0, journeys));
        var times = new ConcurrentBag<double>();
        var (requests, writes, failed) = (0, 0, 0);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, Load.Width)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (left.TryDequeue(out var number))
                        {
                            using var person = new Walker(port, number);
                            var start = Stopwatch.GetTimestamp();
                            if (!await person.SendAsync())
                                Interlocked.Increment(ref failed);
                            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                            Interlocked.Add(ref requests, person.Requests);
                            Interlocked.Add(ref writes, person.Posts);
                        }
                    })
                )
        );
        return new Walked(
            Stopwatch.GetElapsedTime(began).TotalSeconds,
            requests,
            writes,
            failed,
            [.. times.Order()]
        );
    }

    private sealed record Walked(
        double Seconds,
        double Requests,
        double Writes,
        int Failed,
        double[] Times
    )
    {
        public double Percentile(double share) =>
            Times[Math.Min(Times.Length - 1, (int)(Times.Length * share))];
    }
}

/// <summary>One person who enquires. It reads no more of a page than it needs, because it shares the processors.</summary>
internal sealed class Walker(int port, int number) : IDisposable
{
    private const string TokenName = "__RequestVerificationToken";
    private const string Notice = "privacy-notice";
    private const int MostPages = 40;

    private readonly HttpClient http = new(
        new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }
    )
    {
        BaseAddress = new Uri($"http://localhost:{port}/"),
    };
    private readonly Dictionary<string, string> cookies = [];

    public int Requests { get; private set; }

    public int Posts { get; private set; }

    /// <summary>Walks from the start page to the confirmation. False where it ended elsewhere.</summary>
    public async Task<bool> SendAsync()
    {
        await GetAsync("/enquire");
        var path = "/enquire/name";
        for (var pages = 0; pages < MostPages; pages++)
        {
            var (body, moved) = await GetAsync(path);
            if (moved is not null)
            {
                path = moved;
                continue;
            }

            if (path.StartsWith("/enquire/sent", StringComparison.Ordinal))
                return body.Contains("Enquiry sent", StringComparison.Ordinal);
            if (await PostAsync(path, body) is not { } next)
                return false;
            path = next;
        }

        return false;
    }

    public void Dispose() => http.Dispose();

    private IEnumerable<(string Name, string Value)> Answers(string slug) =>
        slug switch
        {
            "name" => [("given-name", "Ann"), ("family-name", "Bench" + Letters())],
            "date-of-birth" =>
            [
                ("date-of-birth-day", "29"),
                ("date-of-birth-month", "2"),
                ("date-of-birth-year", "1984"),
            ],
            "contact" => [("email", $"bench{number}-{Guid.NewGuid():N}@people.example")],
            "together" => [("together", "alone")],
            "address" =>
            [
                ("address-line-1", $"{number} Example Street"),
                ("town", "Example Town"),
                ("postcode", "CH41 1AA"),
            ],
            "council" => [("council", "unsure")],
            "household" => [("others", "yes")],
            "1" =>
            [
                ("person-1-given-name", "Cat"),
                ("person-1-family-name", "Bench"),
                ("person-1-relationship", "child"),
            ],
            "people" => [("more", "no")],
            "spare-rooms" => [("spare-rooms", "1")],
            "interests" => [("interests", "short")],
            "child" => [("knows-child", "no")],
            "fosters-now" => [("fosters-now", "no")],
            "connection" => [("connected", "no")],
            "privacy" => [("privacy", "yes")],
            _ => [],
        };

    private string Letters() =>
        string.Concat(
            number.ToString(CultureInfo.InvariantCulture).Select(d => (char)('a' + d - '0'))
        );

    private async Task<(string Body, string? Moved)> GetAsync(string path)
    {
        using var answer = await AskAsync(new HttpRequestMessage(HttpMethod.Get, path));
        return (await answer.Content.ReadAsStringAsync(), Moved(answer));
    }

    private async Task<string?> PostAsync(string path, string page)
    {
        Posts++;
        var slug = path.Split('?')[0].Split('/')[^1];
        var fields = Answers(slug)
            .Append((TokenName, Hidden(page, TokenName)))
            .Append(("as-seen", ""))
            .Concat(slug == "privacy" ? [(Notice, Hidden(page, Notice))] : [])
            .Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2));
        using var answer = await AskAsync(
            new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(fields),
            }
        );
        return Moved(answer);
    }

    private static string? Moved(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Found
            ? answer.Headers.Location!.OriginalString.Split('#')[0]
            : null;

    private static string Hidden(string page, string name)
    {
        var at = page.IndexOf($"name=\"{name}\"", StringComparison.Ordinal);
        var from = page.IndexOf("value=\"", at, StringComparison.Ordinal) + "value=\"".Length;
        return page[from..page.IndexOf('"', from)];
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request)
    {
        Requests++;
        if (cookies.Count > 0)
            request.Headers.Add(
                "Cookie",
                string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"))
            );
        var answer = await http.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set)
            {
                var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var n, var v]
                    ? (n, v)
                    : (cookie, "");
                cookies[name] = value;
            }

        return answer;
    }
}
