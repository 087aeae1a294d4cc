namespace Foster.Web.Foundation.Catalogues;

/// <summary>A feature's front door: what it registers beyond the classes that are found by their kind.</summary>
public interface IModule
{
    void Register(IServiceCollection services, IConfiguration configuration);
}

/// <summary>Finds the features: their modules, operations, event handlers and catalogue entries.</summary>
public static class Modules
{
    private static readonly Type[] Kinds =
    [
        typeof(ICaseSection),
        typeof(INavigation),
        typeof(INavigationCounts),
        typeof(IOwnWork),
        typeof(IDemoScenario),
        typeof(Actors.ICaseReach),
        typeof(Actors.ICaseVeil),
        typeof(Actors.IPersonOfAccount),
        typeof(Clock.IClockHolder),
        typeof(ICaseConcerns),
        typeof(ICaseOfRecord),
        typeof(Files.IFileSubject),
        typeof(IRetentionStage),
        typeof(IRetentionDetail),
        typeof(ICaseTally),
        typeof(ICaseMilestone),
        typeof(Jobs.IJob),
        typeof(IReminders),
        typeof(Mail.ILateWords),
    ];

    /// <summary>Registers every operation (a class with RunAsync), reads (a class named …Reads), handler, catalogue entry and module of the assembly.</summary>
    public static IServiceCollection AddFeatures(
        this IServiceCollection services,
        IConfiguration configuration
    )
    {
        foreach (
            var type in typeof(Modules)
                .Assembly.GetTypes()
                .Where(t => t is { IsClass: true, IsAbstract: false, IsNested: false })
        )
        {
            if (type.Namespace?.StartsWith("Foster.Web.Features", StringComparison.Ordinal) != true)
                continue;
            if (typeof(IModule).IsAssignableFrom(type))
                ((IModule)Activator.CreateInstance(type)!).Register(services, configuration);
            if (
                type.GetMethod("RunAsync") is not null
                || type.Name.EndsWith("Reads", StringComparison.Ordinal)
            )
                services.AddScoped(type);
            foreach (var kind in Kinds.Where(k => k.IsAssignableFrom(type)))
                services.AddScoped(kind, type);
            foreach (var handler in type.GetInterfaces().Where(IsHandler))
                services.AddScoped(handler, type);
        }
        services.AddScoped<HandOver>().AddScoped<NavigationBadges>().AddScoped<OwnWork>();
        services.AddScoped<IEnumerable<NavigationItem>>(p =>
            [.. p.GetServices<INavigation>().SelectMany(n => n.Items)]
        );
        return services;
    }

    private static bool IsHandler(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IOn<>);
}
