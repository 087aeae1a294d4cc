using Foster.TestKit;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Foster.Bench;

/// <summary>
/// The product in a process of its own, set up as in production, with an empty page and a bare insert beside its own
/// pages. It ends when its standard input does.
/// </summary>
internal static class Server
{
    /// <summary>Neither Development, which checks more at every step, nor Production, which asks for secrets.</summary>
    private const string Environment = "Bench";

    public static async Task<int> RunAsync(string[] settings)
    {
        var builder = Builder(settings);
        builder.Services.AddRazorPages().AddApplicationPart(typeof(Server).Assembly);
        builder.Services.AddSingleton<BareInsert>();
        // As a proxy in front would say; cookies and tokens then are those of production.
        builder.Services.AddSingleton<IStartupFilter, BehindProxy>();
        await using var app = builder.Build().UseFoster();
        app.MapGet("/bench/processor", () => Results.Text(Usage.Now().ToString()));
        app.MapPost(
            "/bench/insert",
            (BareInsert insert, CancellationToken ct) => insert.RunAsync(ct)
        );
        app.MapPost("/bench/drafts", Drafts.CopyAsync);
        await app.Services.GetRequiredService<BareInsert>().PrepareAsync();
        await app.StartAsync();
        Console.WriteLine($"ready {app.Urls.First()}");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    /// <summary>The product's own services, set up as in production.</summary>
    public static WebApplicationBuilder Builder(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = Environment,
                ApplicationName = typeof(Composition).Assembly.GetName().Name,
                ContentRootPath = Path.Combine(Repository.Root, "src", "Foster.Web"),
                Args =
                [
                    "Spam:SecondsAPage=0",
                    "Spam:PerAddress=1000000",
                    "Spam:InAll=1000000",
                    .. TestVault.Settings.Select(s => $"{s.Key}={s.Value}"),
                    .. settings,
                ],
            }
        );
        builder.AddFoster();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        return builder;
    }

    private sealed class BehindProxy : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, step) =>
                    {
                        context.Request.Scheme = "https";
                        return step(context);
                    }
                );
                next(app);
            };
    }
}

/// <summary>What a process has used so far, as one word that another process reads.</summary>
internal readonly record struct Usage(double ProcessorMs, long Collections, long AllocatedBytes)
{
    public static Usage Now() =>
        new(
            System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds,
            GC.CollectionCount(0),
            GC.GetTotalAllocatedBytes()
        );

    public static Usage Parse(string word)
    {
        var parts = word.Split(' ');
        return new(double.Parse(parts[0]), long.Parse(parts[1]), long.Parse(parts[2]));
    }

    public override string ToString() => $"{ProcessorMs:F3} {Collections} {AllocatedBytes}";
}
