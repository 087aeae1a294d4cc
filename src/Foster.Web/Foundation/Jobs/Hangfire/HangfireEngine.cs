using global::Hangfire;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using global::Hangfire.AspNetCore;
using global::Hangfire.Dashboard;
using global::Hangfire.InMemory;
using global::Hangfire.PostgreSql;
using global::Hangfire.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Jobs;

/// <summary>Hangfire in the place of the default engine. Its jobs carry a key and nothing else; what a tick means is ours.</summary>
public sealed class HangfireEngine(IBackgroundJobClient jobs) : IJobEngine
{
    /// <summary>It is asked for while the act is being made; a moment later the act is saved.</summary>
    private static readonly TimeSpan AfterAsking = TimeSpan.FromMilliseconds(250);

    public Task PokeAsync(string key, CancellationToken ct)
    {
        jobs.Schedule<HangfireTick>(t => t.RunAsync(key, CancellationToken.None), AfterAsking);
        return Task.CompletedTask;
    }
}

/// <summary>A tick that is broken off is not tried again by Hangfire: the rows say what is left to do.</summary>
public sealed class HangfireTick(JobRunner runner)
{
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public Task RunAsync(string key, CancellationToken ct) => runner.RunAsync(key, ct);
}

/// <summary>Tells Hangfire the lines, removes those it still has from earlier builds, and looks again for what is due.</summary>
public sealed class HangfireLook(
    JobRunner runner,
    JobLines lines,
    IJobEngine engine,
    JobStorage storage,
    IRecurringJobManager recurring,
    IOptions<JobOptions> options,
    ILogger<HangfireLook> log
) : Rounds(log)
{
    private bool told;

    protected override Task WaitAsync(CancellationToken ct) =>
        told ? Task.Delay(TimeSpan.FromSeconds(options.Value.LookSeconds), ct) : Task.CompletedTask;

    public override async Task RoundAsync(CancellationToken ct)
    {
        if (!told)
            Tell();
        told = true;
        foreach (var key in await runner.DueAsync(ct))
            await engine.PokeAsync(key, ct);
    }

    private void Tell()
    {
        using var connection = storage.GetConnection();
        foreach (var old in connection.GetRecurringJobs().Where(j => lines.Find(j.Id) is null))
            recurring.RemoveIfExists(old.Id);
        foreach (var line in lines.All)
            recurring.AddOrUpdate<HangfireTick>(
                line.Key,
                t => t.RunAsync(line.Key, CancellationToken.None),
                line.When,
                new RecurringJobOptions { TimeZone = line.Zone }
            );
    }
}

public static class HangfireSetup
{
    public const string DashboardPath = "/admin/hangfire";
    private const int Workers = 10;

    public static IServiceCollection AddHangfireEngine(
        this IServiceCollection services,
        JobOptions options
    )
    {
        services.AddSingleton<JobStorage>(Storage);
        services.AddSingleton<JobActivator>(p => new AspNetCoreJobActivator(
            p.GetRequiredService<IServiceScopeFactory>()
        ));
        services.AddHangfire(c =>
            c.SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
                .UseSimpleAssemblyNameTypeSerializer()
                .UseRecommendedSerializerSettings()
        );
        services.AddHangfireServer(o =>
        {
            o.WorkerCount = Workers;
            o.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            o.ServerTimeout = TimeSpan.FromMinutes(1);
        });
        services.AddTransient<HangfireTick>();
        services.AddSingleton<IJobEngine, HangfireEngine>();
        return services.AddHostedService<HangfireLook>();
    }

    /// <summary>
    /// Hangfire itself would let in whoever comes from this machine, which behind a proxy is everybody: here the site's own
    /// sign-in decides, which asks administrators for a second factor.
    /// </summary>
    public static void MapHangfireDashboardForAdministrators(this WebApplication app)
    {
        // Where this node does no jobs there is nothing to see.
        if (app.Services.GetService<JobStorage>() is null)
            return;
        app.MapHangfireDashboard(
                DashboardPath,
                new DashboardOptions
                {
                    Authorization = [],
                    AsyncAuthorization = [],
                    AppPath = "/admin/jobs",
                    DashboardTitle = "Foster",
                    DisplayStorageConnectionString = false,
                    IgnoreAntiforgeryToken = false,
                }
            )
            .RequireAuthorization(new AuthorizeAttribute { Roles = nameof(Role.Administrator) });
    }

    /// <summary>On PostgreSQL in tables of its own; on the embedded database in memory, since our rows are what counts.</summary>
    private static JobStorage Storage(IServiceProvider services)
    {
        // Hangfire's own settings are one for the process; made first, its log is the one of this program.
        _ = services.GetRequiredService<IGlobalConfiguration>();
        if (!services.GetRequiredService<DatabaseOptions>().IsPostgres)
            return new InMemoryStorage();
        var connection = services
            .GetRequiredService<IConfiguration>()
            .GetConnectionString("Foster");
        var options = new PostgreSqlStorageOptions
        {
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromMinutes(1),
        };
        return new PostgreSqlStorage(
            new global::Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(connection, options),
            options
        );
    }
}
