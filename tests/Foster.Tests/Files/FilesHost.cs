using Foster.TestKit;
using Foster.Web.Foundation.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Foster.Tests.Files;

/// <summary>The program with a stand-in for the virus scanner, and small limits.</summary>
public class FilesSqliteHost : FosterHost, IScanned
{
    public FilesSqliteHost()
        : base(TestProvider.Sqlite) { }

    public ClamdStandIn Clamd { get; } = new();

    protected override TestContent Content => TestContent.Demo;

    protected override IReadOnlyDictionary<string, string> Settings => FilesSettings.With(Clamd);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Clamd.DisposeAsync();
    }
}

public class FilesPostgresHost : FosterHost, IScanned
{
    public FilesPostgresHost()
        : base(TestProvider.Postgres) { }

    public ClamdStandIn Clamd { get; } = new();

    protected override TestContent Content => TestContent.Demo;

    protected override IReadOnlyDictionary<string, string> Settings => FilesSettings.With(Clamd);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Clamd.DisposeAsync();
    }
}

public interface IScanned
{
    ClamdStandIn Clamd { get; }
}

internal static class FilesSettings
{
    /// <summary>From now on the scanner has so many seconds.</summary>
    public static void Patience(FosterHost host, int seconds)
    {
        var options = host.Services.GetRequiredService<IOptions<UploadOptions>>().Value;
        (options.ScannerSeconds, options.AnswerSeconds) = (seconds, seconds);
    }

    public static IReadOnlyDictionary<string, string> With(ClamdStandIn clamd) =>
        new Dictionary<string, string>
        {
            // The key to come, for the rotation.
            ["Vault:Keys:next"] = Encryption.TwoKeys.Settings["Vault:Keys:next"],
            ["Files:Scanner"] = "Clamd",
            ["Files:ScannerAddress"] = clamd.Address,
            // A busy machine takes its time; what hangs is waited for less (see Patience).
            ["Files:ScannerSeconds"] = "30",
            ["Files:AnswerSeconds"] = "30",
            // Nobody but the test goes round.
            ["Files:LookSeconds"] = "86400",
            ["Files:MaxMegabytes"] = "1",
            ["Files:MostOfOne"] = "3",
        };
}
