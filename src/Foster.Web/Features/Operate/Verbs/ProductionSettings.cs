using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Security;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>
/// Everything in the settings that is unsafe for real people's data: one line each, which begins with the setting and
/// says what to set. `check` prints them, and production does not start while there is one.
/// </summary>
public static class ProductionSettings
{
    private const int ShortestSecret = 12;

    private static readonly string[] Secrets = ["Password", "Secret", "ClientSecret", "ApiKey"];

    /// <summary>Passwords that stand in manuals, in examples and in this program.</summary>
    private static readonly string[] WellKnown =
    [
        DemoOptions.Password,
        "postgres",
        "password",
        "changeme",
        "change-me",
        "secret",
        "foster",
        "fostering",
    ];

    private static readonly string[] Levels = ["Trace", "Debug"];

    public static IReadOnlyList<string> Against(IConfiguration settings, string contentRoot) =>
        [
            .. Demonstration(settings),
            .. Vault(settings),
            .. Keys(settings, contentRoot),
            .. Site(settings),
            .. Database(settings),
            .. Mail(settings),
            .. Texts(settings),
            .. Uploads(settings, contentRoot),
            .. Records(settings),
            .. ShortSecrets(settings),
        ];

    private static IEnumerable<string> Demonstration(IConfiguration settings)
    {
        if (settings.GetValue<bool>("Demo:Enabled"))
            yield return "Demo:Enabled: demonstration accounts have a public password. Set false.";
    }

    private static IEnumerable<string> Vault(IConfiguration settings)
    {
        var options = settings.GetSection(VaultOptions.Section).Get<VaultOptions>() ?? new();
        if (options.Keys.All(k => k.Value.Length == 0))
        {
            yield return $"Vault:Keys: there is no key. Set Vault:Keys:2026 to what openssl rand -base64 {VaultKeys.Length} prints.";
            yield break;
        }
        string? wrong = null;
        try
        {
            _ = new VaultKeys(options);
        }
        catch (InvalidOperationException e)
        {
            wrong = e.Message;
        }
        if (wrong is not null)
            yield return wrong;
    }

    private static IEnumerable<string> Keys(IConfiguration settings, string contentRoot)
    {
        var options = settings.GetSection(KeyOptions.Section).Get<KeyOptions>() ?? new();
        if (options.CertificateFile.Length == 0)
        {
            yield return "DataProtection:CertificateFile: is empty, so that sign-in keys stand readable in the database. Set a PKCS#12 file.";
            yield break;
        }
        if (options.CertificatePassword.Length == 0)
            yield return $"DataProtection:CertificatePassword: is empty. Protect the file with {ShortestSecret} characters or more and set them.";
        string? wrong = null;
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(
                Path.GetFullPath(options.CertificateFile, contentRoot),
                options.CertificatePassword
            );
            if (!certificate.HasPrivateKey)
                wrong = "has no private key. Set a PKCS#12 file with one.";
        }
        catch (Exception e) when (e is CryptographicException or IOException)
        {
            wrong = "cannot be opened. Check the file and its password.";
        }
        if (wrong is not null)
            yield return $"DataProtection:CertificateFile: {wrong}";
    }

    private static IEnumerable<string> Site(IConfiguration settings)
    {
        var hosts = settings["AllowedHosts"] ?? "";
        if (hosts.Length == 0 || hosts.Contains('*', StringComparison.Ordinal))
            yield return "AllowedHosts: lets any host name in. Set the names of the site, with ; between them.";
        if (
            !Uri.TryCreate(settings["Site:PublicUrl"], UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttps
        )
            yield return "Site:PublicUrl: links in mail would not be encrypted. Set an address that begins with https://.";
        else if (address.IsLoopback)
            yield return "Site:PublicUrl: links in mail would lead to this machine. Set the address of the site.";
        if (settings.GetValue<bool>("DetailedErrors"))
            yield return "DetailedErrors: shows the inside of the program. Set false.";
    }

    private static IEnumerable<string> Database(IConfiguration settings)
    {
        var options = settings.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        var connection = settings.GetConnectionString("Foster") ?? "";
        return options.IsPostgres
            ? [.. Postgres("ConnectionStrings:Foster", connection), .. Owner(options)]
            : Sqlite(connection);
    }

    private static IEnumerable<string> Owner(DatabaseOptions options)
    {
        if (options.OwnerConnection.Length > 0)
            yield return "Database:OwnerConnection: the site could alter its history. Leave it empty here and give it to migrate alone.";
    }

    private static IEnumerable<string> Postgres(string setting, string connection)
    {
        NpgsqlConnectionStringBuilder? parts = null;
        try
        {
            parts = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException) { }
        if (parts is not { Host.Length: > 0 })
        {
            yield return $"{setting}: names no server. Set Host=…;Database=foster;Username=…;Password=….";
            yield break;
        }
        var local = IsLocal(parts.Host);
        if (
            string.IsNullOrEmpty(parts.Password)
            && parts.Passfile is null
            && parts.SslCertificate is null
            && !parts.Host.StartsWith('/')
        )
            yield return $"{setting}: has no Password. Set one of {ShortestSecret} characters or more.";
        else if (IsWeak(parts.Password))
            yield return $"{setting}: its Password is short or well known. Set one of {ShortestSecret} characters or more.";
        if (!local && parts.SslMode is not (SslMode.VerifyCA or SslMode.VerifyFull))
            yield return $"{setting}: whoever stands between can read along. Set SSL Mode=VerifyFull.";
        if (parts.IncludeErrorDetail)
            yield return $"{setting}: puts people's data into the log. Set Include Error Detail=false.";
        if (
            parts.Options?.Contains("synchronous_commit=off", StringComparison.OrdinalIgnoreCase)
            == true
        )
            yield return $"{setting}: a power cut would lose what was acknowledged. Take synchronous_commit=off out of Options.";
    }

    private static IEnumerable<string> Sqlite(string connection)
    {
        SqliteConnectionStringBuilder? parts = null;
        try
        {
            parts = new SqliteConnectionStringBuilder(connection);
        }
        catch (ArgumentException) { }
        if (parts is null)
            yield return "ConnectionStrings:Foster: cannot be read. Set Data Source=.data/foster.db.";
        else if (
            parts.Mode == SqliteOpenMode.Memory
            || parts.DataSource.StartsWith(":memory:", StringComparison.OrdinalIgnoreCase)
        )
            yield return "ConnectionStrings:Foster: keeps nothing beyond the end of the program. Set Data Source to a file.";
    }

    private static IEnumerable<string> Mail(IConfiguration settings)
    {
        var options = settings.GetSection("Mail").Get<MailOptions>() ?? new();
        if (options.Host.Length > 0 && !options.StartTls && !IsLocal(options.Host))
            yield return "Mail:StartTls: mail would cross the network unencrypted. Set true.";
        if (options.User.Length > 0 && options.Password.Length == 0)
            yield return "Mail:Password: is empty, though Mail:User is set. Set the password of that account.";
        if (options.From.EndsWith(".example", StringComparison.OrdinalIgnoreCase))
            yield return "Mail:From: is the example's address. Set one of your own, or answers are lost.";
    }

    private static IEnumerable<string> Texts(IConfiguration settings)
    {
        var options = settings.GetSection(TextOptions.Section).Get<TextOptions>() ?? new();
        if (options.Provider.Length > 0 && !TextChannel.BuiltIn.Contains(options.Provider))
            yield return TextChannel.Unknown(options.Provider);
    }

    private static IEnumerable<string> Uploads(IConfiguration settings, string contentRoot)
    {
        var options = FileSetup.OptionsOf(settings);
        if (
            !Enum.TryParse<ScannerKind>(options.Scanner, out var scanner)
            || scanner == ScannerKind.None
        )
            yield return "Files:Scanner: is no scanner, so that viruses would be handed on. Set Clamd, and Files:ScannerAddress.";
        else if (
            !options.ScannerAddress.StartsWith('/')
            && ScannerAddress.Of(options.ScannerAddress) is null
        )
            yield return "Files:ScannerAddress: names no scanner. Set host:3310, or the path of its socket.";
        if (options.ScannerSeconds is < 1 or > 30)
            yield return "Files:ScannerSeconds: whoever uploads waits so long. Set 1 to 30 seconds.";
        if (options.AnswerSeconds is < 1 or > 30)
            yield return "Files:AnswerSeconds: whoever asks whether the site is ready waits so long. Set 1 to 30 seconds.";
        if (options.MaxMegabytes is < 1 or > 50 || options.MostOfOne < 1)
            yield return "Files:MaxMegabytes: a file is held in memory while it is checked. Set 1 to 50, and Files:MostOfOne 1 or more.";
        if (options.Folder.Length == 0)
            yield break;
        if (!Directory.Exists(Path.GetFullPath(options.Folder, contentRoot)))
            yield return "Files:Folder: is not there. Make the folder, or leave the setting empty to keep files in the database.";
        var database = settings.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        // On the server database there may be several nodes, and each has to find what another has put down.
        if (database.IsPostgres && !options.FolderIsShared)
            yield return "Files:FolderIsShared: other nodes may not reach the folder. Share Files:Folder between all nodes and set true.";
    }

    private static IEnumerable<string> Records(IConfiguration settings)
    {
        var options = settings.GetSection(HistoryOptions.Section).Get<HistoryOptions>() ?? new();
        if (options.AnchorFile.Length == 0)
            yield return "History:AnchorFile: is empty, so that anchors lie beside the database. Set a file where its keepers cannot write.";
        foreach (var level in settings.GetSection("Logging:LogLevel").GetChildren())
            if (Levels.Contains(level.Value, StringComparer.OrdinalIgnoreCase))
                yield return $"{level.Path}: logs more than it may. Set Information or Warning.";
    }

    /// <summary>Whatever is called a password or a secret, also of what is added later.</summary>
    private static IEnumerable<string> ShortSecrets(IConfiguration settings) =>
        from setting in settings.AsEnumerable()
        where
            setting.Value is { Length: > 0 }
            && setting.Key.Contains(':', StringComparison.Ordinal)
            && Secrets.Any(s => setting.Key.EndsWith(s, StringComparison.OrdinalIgnoreCase))
            && IsWeak(setting.Value)
        orderby setting.Key
        select $"{setting.Key}: is short or well known. Set {ShortestSecret} characters or more.";

    private static bool IsWeak(string? secret) =>
        secret is { Length: > 0 }
        && (
            secret.Length < ShortestSecret
            || WellKnown.Contains(secret, StringComparer.OrdinalIgnoreCase)
            || secret.Distinct().Count() < 4
        );

    private static bool IsLocal(string host) =>
        host.StartsWith('/')
        || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
