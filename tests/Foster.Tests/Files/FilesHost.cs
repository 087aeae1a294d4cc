using Foster.TestKit;

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
    public static IReadOnlyDictionary<string, string> With(ClamdStandIn clamd) =>
        new Dictionary<string, string>
        {
            // The key to come, for the rotation.
            ["Vault:Keys:next"] = Encryption.TwoKeys.Settings["Vault:Keys:next"],
            ["Files:Scanner"] = "Clamd",
            ["Files:ScannerAddress"] = clamd.Address,
            ["Files:ScannerSeconds"] = "1",
            // Nobody but the test goes round.
            ["Files:LookSeconds"] = "86400",
            ["Files:MaxMegabytes"] = "1",
            ["Files:MostOfOne"] = "3",
        };
}
