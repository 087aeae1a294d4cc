using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Foster.TestKit;

/// <summary>Brings an empty database to the current model by the program's own migrations, without starting it.</summary>
internal static class Schema
{
    /// <param name="demo">With the demonstration region as well, played on the morning on which test clocks stand.</param>
    public static async Task MakeAsync(TestProvider provider, string connectionString, bool demo)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = "Development",
                ApplicationName = typeof(Program).Assembly.GetName().Name,
                Args =
                [
                    $"Database:Provider={provider}",
                    $"ConnectionStrings:Foster={connectionString}",
                    $"Demo:Enabled={demo}",
                    .. TestVault.Settings.Select(s => $"{s.Key}={s.Value}"),
                    // The links of messages written now are followed at the site that a test starts later.
                    $"Site:PublicUrl={FosterHost.PublicUrl.ToString().TrimEnd('/')}",
                ],
            }
        );
        builder.AddFoster();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new TestClock()));
        await using var services = builder.Services.BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Migrator>().RunAsync(default);
        }

        if (demo)
        {
            await DemoRegion.LoadAsync(services, renew: false, default);
        }
    }
}
