using System.Diagnostics;
using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Bench;

/// <summary>
/// What the chain costs those who write, sixteen at once in one council, and how quickly the whole history is looked
/// through.
/// </summary>
internal static class HistoryBench
{
    private const int Writers = 16;
    private const int Rounds = 5;
    private const double WriteAim = 0.8;
    private const double VerifyAim = 60;
    private const int Million = 1_000_000;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(string[] args)
    {
        var rows = args is [var said, ..] ? int.Parse(said) : Million;
        foreach (var provider in Enum.GetValues<TestProvider>())
        {
            await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
            if (provider == TestProvider.Postgres)
                await PostgresServer.KeepItsWordAsync();
            var builder = Server.Builder([
                $"Database:Provider={provider}",
                $"ConnectionStrings:Foster={database.ConnectionString}",
                $"History:AnchorFile={Path.GetTempFileName()}",
            ]);
            await using var app = builder.Build();
            Console.WriteLine();
            Console.WriteLine($"{provider}, {Writers} writers in one council");
            var place = await PlaceAsync(app);
            await WritersAsync(app, place);
            await VerifyAsync(app, place, rows);
        }

        return 0;
    }

    private static async Task WritersAsync(WebApplication app, (Guid Council, Guid Case) place)
    {
        var done = new Dictionary<string, (long Rows, double Seconds)>();
        foreach (var manner in new[] { "bare", "unchained", "chained" })
            await RoundAsync(app, place, manner, done);
        done.Clear();
        for (var round = 0; round < Rounds; round++)
            foreach (var manner in new[] { "bare", "unchained", "chained" })
                await RoundAsync(app, place, manner, done);
        var rates = done.ToDictionary(d => d.Key, d => d.Value.Rows / d.Value.Seconds);
        foreach (
            var (manner, words) in new[]
            {
                ("bare", "one row, in clear, no digest"),
                ("unchained", "digest and encrypted words"),
                ("chained", "the same with the sealer at work"),
            }
        )
            Console.WriteLine($"  {words, -38} {rates[manner], 8:N0}/s");
        var ratio = rates["chained"] / rates["unchained"];
        Console.WriteLine(
            $"    ratio {ratio:F2} of the unchained rate, the aim is {WriteAim:F2}{(ratio < WriteAim ? " (below the aim)" : "")}; "
                + $"{rates["chained"] / rates["bare"]:F2} of bare rows"
        );
    }

    private static async Task RoundAsync(
        WebApplication app,
        (Guid Council, Guid Case) place,
        string manner,
        Dictionary<string, (long Rows, double Seconds)> done
    )
    {
        using var end = new CancellationTokenSource();
        var sealer = manner == "chained" ? SealAsync(app, end.Token) : Task.CompletedTask;
        var started = Stopwatch.GetTimestamp();
        var until = started + (long)(Round.TotalSeconds * Stopwatch.Frequency);
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var count = 0;
                        for (; Stopwatch.GetTimestamp() < until; count++)
                            await WriteAsync(app, place, manner);
                        return count;
                    })
                )
        );
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await end.CancelAsync();
        await sealer;
        var (rows, seconds) = done.GetValueOrDefault(manner);
        done[manner] = (rows + counts.Sum(), seconds + took);
        // What was not chained in its round is not to burden the next.
        if (manner != "chained")
            await OnceAsync(app);
    }

    private static async Task WriteAsync(
        WebApplication app,
        (Guid Council, Guid Case) place,
        string manner
    )
    {
        await using var services = app.Services.CreateAsyncScope();
        var actor = services
            .ServiceProvider.GetRequiredService<ActorSource>()
            .System(place.Council);
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        if (manner == "bare")
            db.Add(Bare(place, services.ServiceProvider.GetRequiredService<LondonClock>()));
        else
            await services
                .ServiceProvider.GetRequiredService<CaseHistory>()
                .WriteAsync(
                    actor,
                    place.Case,
                    new HistoryNote(
                        "bench.noted",
                        "Somebody rang and said that the visit suits them"
                    )
                    {
                        ForApplicant = "We noted your call",
                        Reason = "A few words of a reason, as long as people usually write them.",
                        Rules = ["R-ENQ-02"],
                    },
                    default
                );
        await db.SaveChangesAsync();
    }

    /// <summary>The row as it would stand without digest, words apart and encryption.</summary>
    private static HistoryEntry Bare((Guid Council, Guid Case) place, LondonClock clock) =>
        new()
        {
            CouncilId = place.Council,
            CaseId = place.Case,
            Kind = "bench.bare",
            Audience = Audience.Staff,
            OccurredOn = clock.Today,
            RecordedAt = clock.Now,
            ActorName = "Foster",
            ActorRole = "System",
            ReasonCode =
                "Somebody rang and said that the visit suits them. We noted your call. A few words of a reason, as long as people usually write them.",
            RuleIds = "R-ENQ-02",
            RuleSetVersion = CaseHistory.RuleSet,
            CalendarVersion = "",
        };

    /// <summary>Five times as often as in production.</summary>
    private static async Task SealAsync(WebApplication app, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await OnceAsync(app);
            await Task.Delay(1000, CancellationToken.None);
        }
    }

    private static async Task OnceAsync(WebApplication app)
    {
        await using var services = app.Services.CreateAsyncScope();
        await services.ServiceProvider.GetRequiredService<Sealing>().RunAsync("bench", default);
    }

    private static async Task VerifyAsync(
        WebApplication app,
        (Guid Council, Guid Case) place,
        int rows
    )
    {
        await EmptyAsync(app);
        await FillAsync(app, place, rows);
        await using var services = app.Services.CreateAsyncScope();
        var before = Usage.Now();
        var started = Stopwatch.GetTimestamp();
        var found = await services
            .ServiceProvider.GetRequiredService<HistoryVerification>()
            .RunAsync(default);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(
            $"  verify-history: {found.Linked:N0} rows in {seconds:F1} s ({(Usage.Now().ProcessorMs - before.ProcessorMs) / 1000:F1} s of processor time), {found.Linked / seconds:N0}/s; the aim is {Million:N0} in {VerifyAim:F0} s"
                + (Million / (found.Linked / seconds) > VerifyAim ? " (below the aim)" : "")
                + (
                    found.Whole
                        ? ""
                        : $" AND {found.Count} FINDINGS, the first: {found.Findings[0]}"
                )
                + $"; {GC.GetTotalMemory(true) / 1_048_576} MB held"
        );
    }

    private static async Task EmptyAsync(WebApplication app)
    {
        await using var services = app.Services.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
#pragma warning disable EF1002
        foreach (var table in ChainTable.AppendOnly.OrderByDescending(t => t.Contains("Bodies")))
            await db.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\"");
#pragma warning restore EF1002
    }

    private static async Task FillAsync(
        WebApplication app,
        (Guid Council, Guid Case) place,
        int rows
    )
    {
        const int Part = 20_000;
        var words = app.Services.GetRequiredService<HistoryWords>();
        var now = Facts.Kept(app.Services.GetRequiredService<LondonClock>().Now);
        string? before = null;
        for (var at = 0; at < rows; at += Part)
        {
            var entries = new List<HistoryEntry>(Part);
            var seals = new List<Seal>(Part);
            for (var i = at; i < Math.Min(rows, at + Part); i++)
            {
                var entry = Entry(place, words, now.AddMilliseconds(i));
                entries.Add(entry);
                before = Seal.HashOf(
                    before,
                    place.Council,
                    ChainLog.Case,
                    i + 1,
                    entry.Id,
                    entry.Digest
                );
                seals.Add(
                    new Seal
                    {
                        CouncilId = place.Council,
                        Log = ChainLog.Case,
                        Sequence = i + 1,
                        EntryId = entry.Id,
                        RowDigest = entry.Digest,
                        Hash = before,
                        SealedAt = now,
                    }
                );
            }

            await using var services = app.Services.CreateAsyncScope();
            var db = services.ServiceProvider.GetRequiredService<FosterDb>();
            await BulkRows.AddAsync(db, entries);
            await BulkRows.AddAsync(db, entries.Select(e => e.Body!).ToList());
            await BulkRows.AddAsync(db, seals);
        }
    }

    private static HistoryEntry Entry(
        (Guid Council, Guid Case) place,
        HistoryWords words,
        DateTime at
    )
    {
        var id = Guid.CreateVersion7(at);
        var body = words.Seal(
            HistoryBody.Table,
            id,
            new HistoryContent(
                "Somebody rang and said that the visit suits them",
                "We noted your call",
                "A few words of a reason, as long as people usually write them."
            )
        );
        return new HistoryEntry
        {
            Id = id,
            CouncilId = place.Council,
            CaseId = place.Case,
            Kind = "bench.noted",
            IsTold = true,
            Audience = Audience.Applicant,
            OccurredOn = London.DateOf(at),
            RecordedAt = at,
            ActorName = "Asha Demo-Assess",
            ActorRole = nameof(Role.Assessor),
            FromAddress = "192.0.2.1",
            RuleIds = "R-ENQ-02",
            RuleSetVersion = CaseHistory.RuleSet,
            CalendarVersion = "2026",
            ContentDigest = body.Digest,
            Body = new HistoryBody { EntryId = id, Content = body.Cipher },
        }.Signed();
    }

    private static async Task<(Guid, Guid)> PlaceAsync(WebApplication app)
    {
        await using var services = app.Services.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var entry = await db.Set<HistoryEntry>()
            .IgnoreQueryFilters()
            .OrderBy(h => h.Id)
            .Select(h => new { h.CouncilId, h.CaseId })
            .FirstAsync();
        return (entry.CouncilId, entry.CaseId);
    }
}
