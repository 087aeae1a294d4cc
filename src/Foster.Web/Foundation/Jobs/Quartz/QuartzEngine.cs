using Quartz;

namespace Foster.Web.Foundation.Jobs;

/// <summary>
/// The default engine. Its store is in memory on every node, so that every node is told of every tick; the rows decide
/// which of them does the work.
/// </summary>
public sealed class QuartzEngine(ISchedulerFactory schedulers, TimeProvider time) : IJobEngine
{
    /// <summary>It is asked for while the act is being made; a moment later the act is saved.</summary>
    private static readonly TimeSpan AfterAsking = TimeSpan.FromMilliseconds(250);

    public async Task PokeAsync(string key, CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        await scheduler.ScheduleJob(
            TriggerBuilder.Create().ForJob(key).StartAt(time.GetUtcNow() + AfterAsking).Build(),
            cancellationToken: ct
        );
    }
}

/// <summary>Does what a tick means. Here one at a time for each job; a tick that comes meanwhile waits.</summary>
[DisallowConcurrentExecution]
public sealed class QuartzTick(JobRunner runner) : global::Quartz.IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct = default) =>
        await runner.RunAsync(context.JobDetail.Key.Name, ct);
}

/// <summary>Looks again for what is due: at the start what was missed, later what a dead node left.</summary>
[DisallowConcurrentExecution]
public sealed class QuartzLook(JobRunner runner, IJobEngine engine) : global::Quartz.IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken ct = default)
    {
        foreach (var key in await runner.DueAsync(ct))
            await engine.PokeAsync(key, ct);
    }
}

public static class QuartzSetup
{
    private const int Threads = 10;
    private static readonly string[] WeekDays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public static IServiceCollection AddQuartzEngine(
        this IServiceCollection services,
        IReadOnlyList<JobLine> lines,
        JobOptions options
    )
    {
        services.AddSingleton<IJobEngine, QuartzEngine>();
        services.AddQuartz(q =>
        {
            q.UseInMemoryStore();
            q.UseDefaultThreadPool(Threads);
            q.ScheduleJob<QuartzLook>(t =>
                t.WithIdentity("look")
                    .StartNow()
                    .WithSimpleSchedule(TimeSpan.FromSeconds(options.LookSeconds))
            );
            foreach (var line in lines)
                q.ScheduleJob<QuartzTick>(
                    t =>
                        t.WithIdentity(line.Key)
                            .WithCronSchedule(
                                Expression(line.Cron),
                                c =>
                                    c.InTimeZone(line.Zone)
                                        .WithMisfireInstruction(
                                            CronTriggerMisfireInstruction.FireAndProceed
                                        )
                            ),
                    j => j.WithIdentity(line.Key)
                );
        });
        return services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    /// <summary>The line as the scheduler writes it: with seconds, one of the two days left open, weekdays by name.</summary>
    public static string Expression(Cron cron)
    {
        var parts = cron.Text.Split(' ');
        var weekDays =
            parts[4] == "*" ? "?" : string.Join(',', WeekDays.Where((_, i) => cron.WeekDays[i]));
        return $"0 {parts[0]} {parts[1]} {(weekDays == "?" ? parts[2] : "?")} {parts[3]} {weekDays}";
    }
}
