using System.Diagnostics;
using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Enquiries.Duplicates;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Bench;

/// <summary>
/// What looking for duplicates costs where there are many people, and what a page of the queue costs where there are many
/// enquiries, beside the same with few.
/// </summary>
internal static class DeskBench
{
    private const double Aim = 1.3;
    private const int Few = 1_000;
    private const int ManyPeople = 200_000;
    private const int ManyEnquiries = 100_000;
    private const int Times = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        var part = args is [var said, ..] ? double.Parse(said) : 1;
        foreach (var provider in Enum.GetValues<TestProvider>())
        {
            Console.WriteLine();
            // The first of a process pays for everything that is made once.
            await OnAsync(provider, Few / 10);
            var few = await OnAsync(provider, Few);
            var queue = await OnAsync(provider, (int)(ManyEnquiries * part));
            var people = await OnAsync(provider, (int)(ManyPeople * part));
            Print(provider, "a look for duplicates, people", people.People, few.Look, people.Look);
            Print(provider, "an enquiry sent, people", people.People, few.Sent, people.Sent);
            Print(provider, "a page of the queue, enquiries", queue.People, few.Queue, queue.Queue);
        }

        return 0;
    }

    private static void Print(TestProvider provider, string what, int many, double few, double ms)
    {
        var ratio = ms / few;
        Console.WriteLine(
            $"{provider}, {what}: {few:F2} ms at {Few:N0}, {ms:F2} ms at {many:N0}, {ratio:F2} times; the aim is at most {Aim:F1}{(ratio > Aim ? " (below the aim)" : "")}"
        );
    }

    private static async Task<Cost> OnAsync(TestProvider provider, int people)
    {
        await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
        if (provider == TestProvider.Postgres)
            await PostgresServer.KeepItsWordAsync();
        await using var app = Server
            .Builder([
                $"Database:Provider={provider}",
                $"ConnectionStrings:Foster={database.ConnectionString}",
            ])
            .Build();
        var (council, cases) = await FillAsync(app, people);
        var actor = new Actor(Guid.NewGuid(), "Bench", Role.RecruitmentOfficer, council);
        var picked = 0;
        var look = await MiddleAsync(
            app,
            council,
            s =>
                s.GetRequiredService<DuplicateReads>()
                    .OfAsync(cases[picked++ * 7_919 % cases.Count], default)
        );
        var queue = await MiddleAsync(
            app,
            council,
            async s =>
            {
                var page = await s.GetRequiredService<EnquiryQueueReads>()
                    .PageAsync(
                        new EnquiryFilter(null, null, DueWithin.Any, false, null),
                        null,
                        actor,
                        default
                    );
                await s.GetRequiredService<DuplicateReads>()
                    .OfAsync([.. page.Lines.Select(l => l.CaseId)], default);
            }
        );
        var sent = await MiddleAsync(
            app,
            council,
            s => SendAsync(s, council, picked++ * 7_919 % people)
        );
        return new Cost(people, look, queue, sent);
    }

    /// <summary>The middle one of many readings, in milliseconds.</summary>
    private static async Task<double> MiddleAsync(
        WebApplication app,
        Guid council,
        Func<IServiceProvider, Task> act
    )
    {
        var took = new List<double>();
        for (var i = 0; i < Times + Times / 4; i++)
        {
            await using var services = app.Services.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<CouncilScope>().EnterCouncil(council);
            var started = Stopwatch.GetTimestamp();
            await act(services.ServiceProvider);
            if (i >= Times / 4)
                took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return took.Order().ElementAt(took.Count / 2);
    }

    private static async Task SendAsync(IServiceProvider services, Guid council, int number)
    {
        var sent = await services
            .GetRequiredService<SubmitEnquiry>()
            .RunAsync(
                new(
                    council,
                    Channel.Web,
                    null,
                    new($"Person{number}", "Demo", Born(number), $"p{number}@home.example", null),
                    null,
                    new NewAddress("1 Example Road", null, Postcode(number)),
                    [],
                    1,
                    [],
                    false,
                    null,
                    null,
                    false,
                    null,
                    "2026-1",
                    null
                ),
                services.GetRequiredService<ActorSource>().Anyone(council),
                default
            );
        if (!sent.Ok)
            throw new InvalidOperationException(sent.Reasons);
    }

    /// <summary>An open enquiry of one person each; every tenth has somebody who is alike.</summary>
    private static async Task<(Guid Council, List<Guid> Cases)> FillAsync(
        WebApplication app,
        int number
    )
    {
        await using var services = app.Services.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var today = services.ServiceProvider.GetRequiredService<LondonClock>().Today;
        var council = await db.Set<Council>().OrderBy(c => c.Id).Select(c => c.Id).FirstAsync();
        services.ServiceProvider.GetRequiredService<ActorSource>().System(council);
        var (cases, households, people, members, enquiries, keys, addresses) = (
            new List<Case>(),
            new List<Household>(),
            new List<Person>(),
            new List<Membership>(),
            new List<Enquiry>(),
            new List<PersonKey>(),
            new List<Address>()
        );
        for (var n = 0; n < number; n++)
        {
            var who = n % 10 == 9 ? n - 1 : n;
            var household = new Household { CouncilId = council };
            var person = new Person
            {
                CouncilId = council,
                GivenName = $"Person{who}",
                FamilyName = "Demo",
                DateOfBirth = Born(who),
                Email = $"person{n}@home.example",
                Telephone = $"+4477{n:D8}",
            };
            var opened = new Case
            {
                CouncilId = council,
                Reference = $"BEN-{n:D4}-{n:D6}",
                HouseholdId = household.Id,
                OpenedOn = today,
            };
            households.Add(household);
            people.Add(person);
            cases.Add(opened);
            members.Add(
                new Membership
                {
                    CouncilId = council,
                    HouseholdId = household.Id,
                    PersonId = person.Id,
                    IsApplicant = true,
                    Position = 1,
                    From = today,
                }
            );
            addresses.Add(
                new Address
                {
                    CouncilId = council,
                    PersonId = person.Id,
                    Lines = "1 Example Road",
                    Postcode = Postcode(who),
                }
            );
            keys.AddRange(PersonKey.Of(person, Postcode(who)));
            enquiries.Add(
                new Enquiry
                {
                    CouncilId = council,
                    CaseId = opened.Id,
                    ReceivedAt = London.StartOfDayUtc(today.AddDays(-n % 300)),
                    ReceivedOn = today.AddDays(-n % 300),
                    ReceivedBy = "The website",
                    Channel = Channel.Web,
                    NextDueOn = today.AddDays(n % 300),
                }
            );
        }

        await BulkRows.AddAsync(db, households);
        await BulkRows.AddAsync(db, people);
        await BulkRows.AddAsync(db, cases);
        await BulkRows.AddAsync(db, members);
        await BulkRows.AddAsync(db, addresses);
        await BulkRows.AddAsync(db, enquiries);
        await BulkRows.AddAsync(db, keys);
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return (council, [.. cases.Select(c => c.Id)]);
    }

    private static DateOnly Born(int number) => new DateOnly(1960, 1, 1).AddDays(number % 12_000);

    private static string Postcode(int number) => $"CH{number % 90 + 10} {number / 90 % 9 + 1}AA";

    private sealed record Cost(int People, double Look, double Queue, double Sent);
}
