namespace Foster.Web.Foundation.Jobs;

/// <summary>How scheduled work is done (section Jobs).</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>False on a node that serves pages only. At least one node has to say true.</summary>
    public bool Run { get; set; } = true;

    /// <summary>Seconds between two looks for what was asked for, missed, or left by a node that is gone.</summary>
    public int LookSeconds { get; set; } = 10;

    /// <summary>Seconds after which a run whose node says nothing more is taken by another.</summary>
    public int LeaseSeconds { get; set; } = 30;
}

/// <summary>Says when it is time. What that means is the <see cref="JobRunner"/>'s.</summary>
public interface IJobEngine
{
    /// <summary>Has a node look after a job soon, and not only at its next instant.</summary>
    Task PokeAsync(string key, CancellationToken ct);
}

/// <summary>Where this node does no jobs: another one's next look finds what was asked for.</summary>
public sealed class NoEngine : IJobEngine
{
    public Task PokeAsync(string key, CancellationToken ct) => Task.CompletedTask;
}

/// <summary>Registers the schedule, what runs it, and the engine of this build.</summary>
public static class JobSetup
{
#if HANGFIRE
    public const string Engine = "Hangfire";
#else
    public const string Engine = "Quartz";
#endif

    public static IServiceCollection AddFosterJobs(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        var section = configuration.GetSection(JobOptions.Section);
        services.Configure<JobOptions>(section);
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobWork>();
        services.AddSingleton<JobTrouble>();
        services.AddScoped<JobClaims>();
        services.AddScoped<JobBook>();
        var options = section.Get<JobOptions>() ?? new();
        if (options.Run)
            return services.AddJobEngine(JobSchedule.All, options);
        services.AddSingleton(new JobLines(JobSchedule.All));
        return services.AddSingleton<IJobEngine, NoEngine>();
    }

    /// <summary>The engine of this build, for these lines.</summary>
    public static IServiceCollection AddJobEngine(
        this IServiceCollection services,
        IReadOnlyList<JobLine> lines,
        JobOptions options
    )
    {
        services.AddSingleton(new JobLines(lines));
#if HANGFIRE
        return services.AddHangfireEngine(options);
#else
        return services.AddQuartzEngine(lines, options);
#endif
    }

    /// <summary>The dashboard of an engine that has one, for administrators.</summary>
    public static WebApplication MapJobDashboard(this WebApplication app)
    {
#if HANGFIRE
        app.MapHangfireDashboardForAdministrators();
#endif
        return app;
    }
}
