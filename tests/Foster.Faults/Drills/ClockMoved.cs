using Foster.TestKit;

namespace Foster.Faults;

/// <summary>
/// The clock of two nodes goes over both nights on which clocks change, and then by three days at once. A job at half past
/// one runs once each night, and what was missed is caught up once.
/// </summary>
internal sealed class ClockMoved() : Drill("clock-moved", "30, 34")
{
    private const string AtHalfPastOne = "records.retention";
    private const string Hourly = "history.anchor";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public override async Task RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync(
            TestProvider.Postgres,
            TestContent.Demo
        );
        var books = new Books(TestProvider.Postgres, database.ConnectionString);
        var file = Path.Combine(
            Directory.CreateTempSubdirectory("foster-clock-").FullName,
            "seconds"
        );
        // The hour before the night on which half past one comes twice: 25 October 2026 in London.
        await MovedTime.SetAsync(file, Utc("2026-10-24 22:50"));
        using var one = Node(database, file);
        using var other = Node(database, file);
        await one.StartAsync();
        await other.StartAsync();

        var runs = await WalkAsync(books, file, "2026-10-24 23:50", "2026-10-25 03:10");
        Must(
            runs.Count(r => r == AtHalfPastOne) == 1,
            $"half past one came twice, its job ran {runs.Count(r => r == AtHalfPastOne)} time(s)"
        );
        Must(
            runs.Count(r => r == Hourly) is 3 or 4,
            $"the hourly job ran {runs.Count(r => r == Hourly)} times in three hours and 20 minutes"
        );

        runs = await WalkAsync(books, file, "2027-03-27 23:50", "2027-03-28 03:10");
        Must(
            runs.Count(r => r == AtHalfPastOne) == 1,
            $"half past one was left out, its job ran {runs.Count(r => r == AtHalfPastOne)} time(s)"
        );

        var before = await CountAsync(books, AtHalfPastOne);
        await MovedTime.SetAsync(file, Utc("2027-03-31 12:00"));
        await UntilAsync(books, AtHalfPastOne, before);
        await Task.Delay(TimeSpan.FromSeconds(5));
        var caught = await CountAsync(books, AtHalfPastOne) - before;
        Must(caught == 1, $"three days at once: the missed nights were caught up {caught} time(s)");
        var twice = await books.AskAsync(
            """
            SELECT count(*) FROM (SELECT 1 AS "One" FROM "JobRuns"
            GROUP BY "JobKey", "ScheduledAt" HAVING count(*) > 1) AS t
            """
        );
        Must(twice == "0", $"{twice} ticks ran on both nodes");
        var failed = await books.AskAsync(
            """SELECT count(*) FROM "JobRuns" WHERE "Result" = 'Failed'"""
        );
        Must(failed == "0", $"{failed} runs failed");
    }

    private static Node Node(TestDatabase database, string file) =>
        new(TestProvider.Postgres, database.ConnectionString, "Jobs:LookSeconds=1")
        {
            Clock = file,
        };

    /// <summary>Goes through a night in steps of ten minutes and waits a moment at each.</summary>
    /// <returns>The keys of the jobs that ran, one for each run.</returns>
    private static async Task<List<string>> WalkAsync(
        Books books,
        string file,
        string from,
        string until
    )
    {
        await MovedTime.SetAsync(file, Utc(from));
        await Task.Delay(TimeSpan.FromSeconds(4));
        var keys = await RunsAsync(books);
        for (var at = Utc(from); at <= Utc(until); at = at.AddMinutes(10))
        {
            await MovedTime.SetAsync(file, at);
            await Task.Delay(TimeSpan.FromSeconds(3));
        }

        var after = await RunsAsync(books);
        foreach (var key in keys)
            after.Remove(key);
        return after;
    }

    private static async Task<List<string>> RunsAsync(Books books) =>
        [
            .. (await books.AskAsync("SELECT string_agg(\"JobKey\", ',') FROM \"JobRuns\"")).Split(
                ',',
                StringSplitOptions.RemoveEmptyEntries
            ),
        ];

    private static async Task<int> CountAsync(Books books, string key) =>
        int.Parse(
            await books.AskAsync($"SELECT count(*) FROM \"JobRuns\" WHERE \"JobKey\" = '{key}'")
        );

    private static async Task UntilAsync(Books books, string key, int more)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Environment.TickCount64 < until && await CountAsync(books, key) <= more)
            await Task.Delay(200);
    }

    private static DateTimeOffset Utc(string words) =>
        DateTimeOffset.Parse(
            words,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal
        );
}
