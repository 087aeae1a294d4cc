using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>Names every setting that is unsafe for real people's data, one line each with what to set.</summary>
public sealed class CheckVerb : IVerb
{
    public string Name => "check";
    public string Help =>
        "name each setting that is unsafe in production; ends with 1 where there is one";

    public Task<int?> BeforeAsync(WebApplicationBuilder builder)
    {
        var found = ProductionSettings.Against(
            builder.Configuration,
            builder.Environment.ContentRootPath
        );
        if (!builder.Environment.IsProduction())
            found =
            [
                $"ASPNETCORE_ENVIRONMENT: is {builder.Environment.EnvironmentName}. Leave it out or set Production.",
                .. found,
            ];
        return Task.FromResult(Say(found) == 0 ? (int?)null : 1);
    }

    /// <summary>The settings are safe; what remains are those of the database itself.</summary>
    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        await using var services = app.Services.CreateAsyncScope();
        var found = await DurableStorage.AgainstAsync(
            services.ServiceProvider.GetRequiredService<FosterDb>(),
            ct
        );
        if (Say(found) > 0)
            return 1;
        // A warning only: entering the next days is the administrators' work and no setting.
        if (await CalendarWarning.AgainstAsync(services.ServiceProvider, ct) is { } warning)
            Console.WriteLine(warning);
        Console.WriteLine("Every setting is safe for production.");
        return 0;
    }

    private static int Say(IReadOnlyList<string> found)
    {
        foreach (var line in found)
            Console.WriteLine(line);
        return found.Count;
    }
}
