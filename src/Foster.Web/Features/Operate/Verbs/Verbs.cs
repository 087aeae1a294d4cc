using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>Something the program does when its name is given on the command line.</summary>
public interface IVerb
{
    string Name { get; }

    /// <summary>One line for --help.</summary>
    string Help { get; }

    /// <summary>
    /// Looks at the settings before anything is made of them. An exit code ends the program there; null goes on.
    /// </summary>
    Task<int?> BeforeAsync(WebApplicationBuilder builder) => Task.FromResult<int?>(null);

    /// <summary>Does it and answers with the exit code.</summary>
    Task<int> RunAsync(WebApplication app, IReadOnlyList<string> words, CancellationToken ct);
}

/// <summary>Finds the verb that was asked for and runs it.</summary>
public static class Verbs
{
    private static readonly IVerb[] All =
    [
        new RunVerb(),
        new MigrateVerb(),
        new DemoVerb(),
        new CreateCouncilVerb(),
        new CreateAdminVerb(),
        new VerifyHistoryVerb(),
        new RotateKeysVerb(),
        new EraseDueVerb(),
        new BackupVerb(),
        new RestoreVerb(),
        new EraseHistoryVerb(),
        new CheckVerb(),
        new VersionVerb(),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var word = args.FirstOrDefault();
        if (word is "--help" or "-h" or "help")
            return Help(Console.Out, 0);
        var named = word is not null && !word.StartsWith('-') && !word.Contains('=');
        var verb = named ? All.FirstOrDefault(v => v.Name == word) : All[0];
        if (verb is null)
        {
            await Console.Error.WriteLineAsync($"There is no verb «{word}».");
            return Help(Console.Error, 2);
        }
        var rest = named ? args[1..] : args;
        try
        {
            var builder = WebApplication.CreateBuilder(
                Options([.. rest.Where(a => a.Contains('='))])
            );
            builder.AddLocalSettings();
            if (await verb.BeforeAsync(builder) is { } code)
                return code;
            await using var app = builder.AddFoster().Build().UseFoster();
            return await verb.RunAsync(app, rest, CancellationToken.None);
        }
        catch (InvalidOperationException e)
            when (e.TargetSite?.DeclaringType?.Assembly == typeof(Verbs).Assembly)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <summary>Started from elsewhere, the program still finds its settings: they lie beside it.</summary>
    private static WebApplicationOptions Options(string[] settings)
    {
        var here =
            File.Exists("appsettings.json")
            || settings.Any(s => s.Contains("contentRoot=", StringComparison.OrdinalIgnoreCase));
        return new WebApplicationOptions
        {
            Args = settings,
            ContentRootPath = here ? null : AppContext.BaseDirectory,
        };
    }

    private static int Help(TextWriter output, int code)
    {
        output.WriteLine("Foster: the portal of a fostering service.");
        output.WriteLine();
        output.WriteLine("Usage: Foster.Web [verb] [Setting:Name=value …]");
        output.WriteLine();
        foreach (var verb in All)
            output.WriteLine($"  {verb.Name, -15} {verb.Help}");
        return code;
    }
}
