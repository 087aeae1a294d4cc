using System.Diagnostics;
using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Bench;

/// <summary>How many messages a second the outbox hands to a mail server on the same machine, claims and results on disk.</summary>
internal static class MailBench
{
    private const double Aim = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = args is [var said, ..] ? int.Parse(said) : 3_000;
        foreach (var provider in Enum.GetValues<TestProvider>())
        {
            await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
            if (provider == TestProvider.Postgres)
                await PostgresServer.KeepItsWordAsync();
            await using var mail = new SmtpSink();
            var builder = Server.Builder([
                $"Database:Provider={provider}",
                $"ConnectionStrings:Foster={database.ConnectionString}",
                $"Mail:Host={mail.Host}",
                $"Mail:Port={mail.Port}",
                "Mail:StartTls=false",
            ]);
            await using var app = builder.Build();
            var sender = app.Services.GetRequiredService<OutboxSender>();
            await SendAsync(app, sender, 200);
            mail.Clear();
            var rate = count / await SendAsync(app, sender, count);
            Console.WriteLine();
            Console.WriteLine(
                $"{provider}: {count:N0} messages at {rate:N0}/s over {mail.MostAtOnce} connections, the aim is {Aim:N0}/s{(rate < Aim ? " (below the aim)" : "")}; {mail.Messages.Count:N0} arrived"
            );
        }

        return 0;
    }

    private static async Task<double> SendAsync(WebApplication app, OutboxSender sender, int count)
    {
        await using var services = app.Services.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        var council = await db.Set<Council>().Select(c => c.Id).FirstAsync();
        services.ServiceProvider.GetRequiredService<CouncilScope>().EnterCouncil(council);
        var outbox = services.ServiceProvider.GetRequiredService<Outbox>();
        for (var i = 0; i < count; i++)
            outbox.Post(
                council,
                null,
                new("account.enabled", $"person{i}@home.example", "Your visit", Words)
            );
        await db.SaveChangesAsync();
        var started = Stopwatch.GetTimestamp();
        await sender.RoundAsync(default);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private const string Words = """
        Dear Somebody,

        Asha will visit you on Tuesday 9 June 2026 at 10am. Your reference is HAR-0000-0000.

        If you have a question, call the fostering team on 0151 496 0100.
        """;
}
