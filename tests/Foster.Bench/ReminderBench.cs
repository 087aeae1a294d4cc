using System.Data.Common;
using System.Diagnostics;
using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Reminders;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Bench;

/// <summary>
/// A morning's run over many open clocks, one in twenty of them due, beside reading the same clocks and inserting the same
/// rows by plain statements; and what a reminder costs where there are ten times as many clocks.
/// </summary>
internal static class ReminderBench
{
    private const double RunAim = 5;
    private const double CostAim = 1.3;
    private const int DueIn = 20;
    private const int ClocksOfCase = 10;
    private const int Repeats = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        var many = args is [var said, ..] ? int.Parse(said) : 100_000;
        foreach (var provider in Enum.GetValues<TestProvider>())
        {
            Console.WriteLine();
            var few = await OnAsync(provider, many / 10);
            var all = await OnAsync(provider, many);
            var ratio = all / few;
            Console.WriteLine(
                $"    a reminder of {many:N0} costs {ratio:F2} of one of {many / 10:N0}, the aim is at most {CostAim:F1}{(ratio > CostAim ? " (below the aim)" : "")}"
            );
        }

        return 0;
    }

    /// <returns>Milliseconds for each clock that was due, the best of some runs.</returns>
    private static async Task<double> OnAsync(TestProvider provider, int clocks)
    {
        await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
        if (provider == TestProvider.Postgres)
            await PostgresServer.KeepItsWordAsync();
        var builder = Server.Builder([
            $"Database:Provider={provider}",
            $"ConnectionStrings:Foster={database.ConnectionString}",
        ]);
        await using var app = builder.Build();
        var council = await FillAsync(app, clocks);
        await RunOnceAsync(app, council);
        var (ours, plain) = (double.MaxValue, double.MaxValue);
        var (rows, messages, held) = (0, 0, 0L);
        for (var i = 0; i < Repeats; i++)
        {
            await ForgetAsync(app);
            GC.Collect();
            var before = GC.GetTotalAllocatedBytes();
            var started = Stopwatch.GetTimestamp();
            var peak = PeakAsync(out var stop);
            (rows, messages) = await RunOnceAsync(app, council);
            ours = Math.Min(ours, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            stop.Cancel();
            held = await peak;
            var (ledger, outbox) = await KeptAsync(app);
            await ForgetAsync(app);
            plain = Math.Min(plain, await PlainAsync(app, ledger, outbox));
        }

        var due = clocks / DueIn;
        Console.WriteLine(
            $"{provider}, {clocks:N0} open clocks, {due:N0} due: {rows:N0} reminders, {messages:N0} messages in {ours:N0} ms ({ours / due:F2} ms a clock, {held} MB held at most)"
        );
        Console.WriteLine(
            $"    the same read and inserted by plain statements: {plain:N0} ms; {ours / plain:F1} times, the aim is at most {RunAim:F0}{(ours > RunAim * plain ? " (below the aim)" : "")}"
        );
        await WorkBench.PrintAsync(app, council);
        return ours / due;
    }

    private static async Task<(int Rows, int Messages)> RunOnceAsync(
        WebApplication app,
        Guid council
    )
    {
        await using var services = app.Services.CreateAsyncScope();
        var actor = services.ServiceProvider.GetRequiredService<ActorSource>().System(council);
        var rows = await services
            .ServiceProvider.GetRequiredService<ReminderPlanning>()
            .GoAsync(ReminderSweep.Morning, actor, default);
        var messages = await services
            .ServiceProvider.GetRequiredService<ReminderPosting>()
            .GoAsync(actor, default);
        return (rows, messages);
    }

    /// <summary>Looks how much memory is held while a run goes on.</summary>
    private static async Task<long> LookAsync(CancellationToken ct)
    {
        var most = 0L;
        while (!ct.IsCancellationRequested)
        {
            most = Math.Max(most, GC.GetTotalMemory(false) / 1_048_576);
            await Task.Delay(20, CancellationToken.None);
        }

        return most;
    }

    private static Task<long> PeakAsync(out CancellationTokenSource stop)
    {
        stop = new CancellationTokenSource();
        var token = stop.Token;
        return Task.Run(() => LookAsync(token));
    }

    private static async Task<(List<Reminder>, List<OutboxMessage>)> KeptAsync(WebApplication app)
    {
        await using var services = app.Services.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        return (
            await db.Set<Reminder>().IgnoreQueryFilters().AsNoTracking().ToListAsync(),
            await db.Set<OutboxMessage>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .Where(m => m.Kind == "reminder.due")
                .ToListAsync()
        );
    }

    private static async Task ForgetAsync(WebApplication app)
    {
        await using var services = app.Services.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"Reminders\"");
        await db.Database.ExecuteSqlRawAsync(
            "DELETE FROM \"Outbox\" WHERE \"Kind\" = 'reminder.due'"
        );
    }

    /// <summary>Reads every open clock, then inserts the rows of the run, a hundred to a transaction.</summary>
    private static async Task<double> PlainAsync(
        WebApplication app,
        List<Reminder> ledger,
        List<OutboxMessage> outbox
    )
    {
        await using var services = app.Services.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        await db.Database.OpenConnectionAsync();
        var started = Stopwatch.GetTimestamp();
        await using (var read = db.Database.GetDbConnection().CreateCommand())
        {
            read.CommandText =
                """SELECT "Id", "CaseId", "LineKey", "TriggerOn", "DueOn", "HolderRole" FROM "Deadlines" WHERE "Status" = 'Open'""";
            await using var reader = await read.ExecuteReaderAsync();
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync())
                reader.GetValues(values);
        }

        foreach (var some in ledger.Chunk(100))
            await BulkRows.InsertAsync(db, some);
        foreach (var some in outbox.Chunk(100))
            await BulkRows.InsertAsync(db, some);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Cases of one person each, with clocks that lie ahead but for one in twenty.</summary>
    private static async Task<Guid> FillAsync(WebApplication app, int clocks)
    {
        await using var services = app.Services.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var clock = services.ServiceProvider.GetRequiredService<LondonClock>();
        var council = await db.Set<Council>().OrderBy(c => c.Id).Select(c => c.Id).FirstAsync();
        var actor = services.ServiceProvider.GetRequiredService<ActorSource>().System(council);
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"Reminders\"");
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"Deadlines\"");
        var worker = await db.Set<RoleAssignment>()
            .Where(r => r.CouncilId == council && r.Role == Role.Assessor)
            .Select(r => r.AccountId)
            .FirstAsync();
        var calendar = await services
            .ServiceProvider.GetRequiredService<ICalendarSource>()
            .CurrentAsync(default);
        var (cases, households, people, members, workers, open) = (
            new List<Case>(),
            new List<Household>(),
            new List<Person>(),
            new List<Membership>(),
            new List<Allocation>(),
            new List<Deadline>()
        );
        // The one was due a day ago, which goes up to the manager; the other is in two days: applicant and assessor.
        var decision = calendar.Before(clock.Today, 11);
        var observations = calendar.Before(clock.Today, 8);
        for (var n = 0; n < clocks / ClocksOfCase; n++)
        {
            var household = new Household { CouncilId = actor.CouncilId };
            var person = new Person
            {
                CouncilId = council,
                GivenName = $"Person{n}",
                FamilyName = "Demo",
                Email = $"person{n}@home.example",
            };
            var one = new Case
            {
                CouncilId = council,
                Reference = $"BEN-{n:D4}-{n:D6}",
                HouseholdId = household.Id,
                OpenedOn = clock.Today,
            };
            households.Add(household);
            people.Add(person);
            cases.Add(one);
            members.Add(
                new Membership
                {
                    CouncilId = council,
                    HouseholdId = household.Id,
                    PersonId = person.Id,
                    IsApplicant = true,
                    Position = 1,
                    From = clock.Today,
                }
            );
            workers.Add(
                new Allocation
                {
                    CouncilId = council,
                    CaseId = one.Id,
                    AccountId = worker,
                    Role = Role.Assessor,
                    From = clock.Today,
                }
            );
            for (var c = 0; c < ClocksOfCase; c++)
            {
                var number = n * ClocksOfCase + c;
                var (line, start) =
                    number % DueIn != 0 ? (DeadlineRules.Stage1Target, clock.Today)
                    : number % (2 * DueIn) == 0 ? (DeadlineRules.Stage1Decision, decision)
                    : (DeadlineRules.Observations, observations);
                open.Add(
                    Deadline.Open(
                        council,
                        one.Id,
                        Guid.CreateVersion7(),
                        line,
                        start,
                        calendar,
                        nameof(Role.TeamManager)
                    )
                );
            }
        }

        await BulkRows.AddAsync(db, households);
        await BulkRows.AddAsync(db, people);
        await BulkRows.AddAsync(db, cases);
        await BulkRows.AddAsync(db, members);
        await BulkRows.AddAsync(db, workers);
        await BulkRows.AddAsync(db, open);
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return council;
    }
}
