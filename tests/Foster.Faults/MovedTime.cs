using System.Globalization;
using Foster.TestKit;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.Faults;

/// <summary>The machine's clock, moved by as many seconds as a file says at the moment.</summary>
internal sealed class MovedTime(string file) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow()
            .AddSeconds(double.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture));

    /// <summary>Moves the clock of every process that reads the file to an instant.</summary>
    public static async Task SetAsync(string file, DateTimeOffset instant)
    {
        var other = file + ".new";
        await File.WriteAllTextAsync(
            other,
            (instant - System.GetUtcNow()).TotalSeconds.ToString("F3", CultureInfo.InvariantCulture)
        );
        // At once, so that nobody reads half of it.
        File.Move(other, file, overwrite: true);
    }

    /// <summary>The program with this clock in the place of its own.</summary>
    public static async Task<int> ServeAsync(string file, string[] settings)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = "Development",
                ApplicationName = typeof(Composition).Assembly.GetName().Name,
                ContentRootPath = Path.Combine(Repository.Root, "src", "Foster.Web"),
                Args = settings,
            }
        );
        builder.AddFoster();
        builder.Services.AddSingleton<TimeProvider>(new MovedTime(file));
        await using var app = builder.Build().UseFoster();
        await app.RunAsync();
        return 0;
    }
}
