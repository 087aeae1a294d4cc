using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;

namespace Foster.Web.Foundation.History;

/// <summary>Registers the logs, what keeps them and what watches them.</summary>
public static class HistorySetup
{
    public static IServiceCollection AddFosterHistory(
        this IServiceCollection services,
        IConfiguration configuration,
        string contentRoot
    )
    {
        var section = configuration.GetSection(HistoryOptions.Section);
        services.Configure<HistoryOptions>(section);
        services.Configure<AlertOptions>(configuration.GetSection(AlertOptions.Section));
        var file = section.Get<HistoryOptions>()?.AnchorFile;
        services.AddSingleton(
            new Anchors(
                string.IsNullOrEmpty(file)
                    ? Databases.Beside(configuration, contentRoot, "anchors")
                    : Path.GetFullPath(file, contentRoot)
            )
        );
        services.AddSingleton<HistoryWords>();
        services.AddSingleton<SealerMemory>();
        services.AddSingleton<AnchorMemory>();
        services.AddScoped<IJob, AnchorJob>();
        services.AddScoped<IJob, HistoryCheckJob>();
        services.AddSingleton<HistoryMaintenance>();
        services.AddSingleton<AlertBook>();
        services.AddScoped<Whereabouts>();
        services.AddScoped<CaseHistory>();
        services.AddScoped<CouncilHistory>();
        services.AddScoped<AccessLog>();
        services.AddScoped<SealStore>();
        services.AddScoped<Sealing>();
        services.AddScoped<Anchoring>();
        services.AddTransient<HistoryVerification>();
        services.AddTransient<BrokenChain>();
        services.AddSingleton<Sealer>();
        services.AddHostedService(p => p.GetRequiredService<Sealer>());
        services.AddSingleton<AlertWatch>();
        services.AddHostedService(p => p.GetRequiredService<AlertWatch>());
        return services;
    }
}
