using System.Reflection;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>Migrates, loads the demonstration where it is wanted, and serves.</summary>
public sealed class RunVerb : IVerb
{
    public string Name => "run";
    public string Help => "migrate the database and serve the site (the default)";

    public async Task<int?> BeforeAsync(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsProduction())
            return null;
        var unsafeSettings = ProductionSettings.Against(
            builder.Configuration,
            builder.Environment.ContentRootPath
        );
        if (unsafeSettings.Count == 0)
            return null;
        await Console.Error.WriteLineAsync("Foster does not start with unsafe settings:");
        foreach (var line in unsafeSettings)
            await Console.Error.WriteLineAsync(line);
        return 1;
    }

    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        await MigrateVerb.MigrateAsync(app, ct);
        if (app.Environment.IsProduction() && await UnsafeStorageAsync(app, ct))
            return 1;
        var demo = app.Services.GetRequiredService<DemoOptions>().Enabled;
        if (demo)
            await DemoRegion.LoadAsync(app.Services, renew: false, ct);
        await app.StartAsync(ct);
        var address = app.Urls.FirstOrDefault() ?? "";
        Console.WriteLine(
            demo
                ? $"Foster is ready at {address} and its demonstration accounts are at {address}/demo"
                : $"Foster is ready at {address}"
        );
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static async Task<bool> UnsafeStorageAsync(WebApplication app, CancellationToken ct)
    {
        await using var services = app.Services.CreateAsyncScope();
        var found = await DurableStorage.AgainstAsync(
            services.ServiceProvider.GetRequiredService<FosterDb>(),
            ct
        );
        foreach (var line in found)
            await Console.Error.WriteLineAsync(line);
        return found.Count > 0;
    }
}

public sealed class MigrateVerb : IVerb
{
    public string Name => "migrate";
    public string Help => "create or update the database and end";

    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        await MigrateAsync(app, ct);
        Console.WriteLine("The database is up to date.");
        return 0;
    }

    public static async Task MigrateAsync(WebApplication app, CancellationToken ct)
    {
        await using var services = app.Services.CreateAsyncScope();
        await services.ServiceProvider.GetRequiredService<Migrator>().RunAsync(ct);
    }
}

public sealed class DemoVerb : IVerb
{
    public string Name => "demo";
    public string Help => "load the demonstration region, or renew it";

    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        if (!app.Services.GetRequiredService<DemoOptions>().Enabled)
            throw new InvalidOperationException(
                "Set Demo:Enabled=true to load demonstration data."
            );
        await MigrateVerb.MigrateAsync(app, ct);
        await DemoRegion.LoadAsync(app.Services, renew: true, ct);
        Console.WriteLine("The demonstration is loaded; its accounts are on the page /demo.");
        return 0;
    }
}

public sealed class VersionVerb : IVerb
{
    public string Name => "version";
    public string Help => "say which build this is and what it contains";

    public Task<int> RunAsync(WebApplication app, IReadOnlyList<string> words, CancellationToken ct)
    {
        var version =
            typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        Console.WriteLine(
            $"Foster {version?.InformationalVersion.Split('+')[0]} (jobs: {JobSetup.Engine}, mail: {MailSetup.Client})"
        );
        return Task.FromResult(0);
    }
}
