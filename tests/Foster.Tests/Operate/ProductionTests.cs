using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Foster.TestKit;
using Foster.Web.Features.Operate.Verbs;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>Rows 8, 22 and 29: production starts only with safe settings, and its cookies and headers are those of https.</summary>
public sealed class ProductionTests : IDisposable
{
    private const string Password = "a long enough password";
    private readonly string folder = Directory
        .CreateTempSubdirectory("foster-production-")
        .FullName;
    private readonly string database;
    private readonly Dictionary<string, string?> safe;

    public ProductionTests()
    {
        database = $"Data Source={Path.Combine(folder, "foster.db")}";
        safe = new()
        {
            ["AllowedHosts"] = "fostering.example",
            ["Site:PublicUrl"] = "https://fostering.example",
            ["ConnectionStrings:Foster"] = database,
            ["DataProtection:CertificateFile"] = Certificate("keys.pfx"),
            ["DataProtection:CertificatePassword"] = Password,
            ["Vault:Keys:2026"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["History:AnchorFile"] = Path.Combine(folder, "anchors.txt"),
            ["Mail:Host"] = "smtp.council.test",
            ["Mail:From"] = "fostering@council.test",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Files:Scanner"] = "Clamd",
            ["Files:ScannerAddress"] = "/run/clamav/clamd.ctl",
        };
    }

    [Fact]
    public void Safe_settings_are_found_safe() => Assert.Empty(Against());

    [Theory]
    [InlineData("Demo:Enabled", "true")]
    [InlineData("Vault:Keys:2026", "")]
    [InlineData("Vault:Keys:2026", "c2hvcnQ=")]
    [InlineData("Vault:Keys:2026", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("DataProtection:CertificateFile", "")]
    [InlineData("DataProtection:CertificateFile", "/nowhere.pfx")]
    [InlineData("DataProtection:CertificatePassword", "")]
    [InlineData("AllowedHosts", "")]
    [InlineData("AllowedHosts", "*")]
    [InlineData("AllowedHosts", "fostering.example;*")]
    [InlineData("Site:PublicUrl", "http://fostering.example")]
    [InlineData("Site:PublicUrl", "https://localhost")]
    [InlineData("ConnectionStrings:Foster", "Data Source=:memory:")]
    [InlineData("ConnectionStrings:Foster", "Data Source=x;Mode=Memory")]
    [InlineData("Mail:StartTls", "false")]
    [InlineData("Mail:Password", "short")]
    [InlineData("Mail:From", "fostering@foster.example")]
    [InlineData("Texts:Provider", "nobody")]
    [InlineData("History:AnchorFile", "")]
    [InlineData("Files:Scanner", "")]
    [InlineData("Files:Scanner", "None")]
    [InlineData("Files:ScannerAddress", "")]
    [InlineData("Files:ScannerAddress", "clamd:99999")]
    [InlineData("Files:ScannerSeconds", "600")]
    [InlineData("Files:AnswerSeconds", "0")]
    [InlineData("Files:MaxMegabytes", "5000")]
    [InlineData("Files:Folder", "/nowhere/at/all")]
    [InlineData("DetailedErrors", "true")]
    [InlineData("Logging:LogLevel:Default", "Debug")]
    [InlineData("SingleSignOn:ClientSecret", "changeme")]
    [InlineData("SingleSignOn:ClientSecret", "harbour-lantern-orchard")]
    public void An_unsafe_setting_is_named_with_what_to_set(string setting, string value)
    {
        safe[setting] = value;

        var found = Against();

        Assert.Contains(
            found,
            f => f.StartsWith(setting.Split(":2026")[0], StringComparison.Ordinal)
        );
        Assert.All(found, f => Assert.DoesNotContain('\n', f));
        Assert.All(found, f => Assert.True(f.TrimEnd('.').Length > 40, f));
        if (value.Length > 5 && setting.EndsWith("Secret", StringComparison.Ordinal))
            Assert.All(found, f => Assert.DoesNotContain(value, f));
    }

    [Theory]
    [InlineData("", "names no server")]
    [InlineData("Host=db;Username=web;SSL Mode=VerifyFull", "has no Password")]
    [InlineData(
        "Host=db;Username=web;Password=postgres;SSL Mode=VerifyFull",
        "short or well known"
    )]
    [InlineData("Host=db;Username=web;Password=a long enough password", "SSL Mode")]
    [InlineData(
        "Host=localhost;Username=web;Password=a long enough password;Include Error Detail=true",
        "Include Error Detail"
    )]
    [InlineData(
        "Host=localhost;Username=web;Password=a long enough password;Options=-c synchronous_commit=off",
        "synchronous_commit"
    )]
    public void An_unsafe_connection_to_PostgreSQL_is_named(string connection, string what)
    {
        safe["Database:Provider"] = "Postgres";
        safe["ConnectionStrings:Foster"] = connection;

        Assert.Contains(
            Against(),
            f =>
                f.StartsWith("ConnectionStrings:Foster: ", StringComparison.Ordinal)
                && f.Contains(what, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_folder_for_files_is_one_that_all_nodes_share()
    {
        safe["Files:Folder"] = folder;
        Assert.Empty(Against());
        safe["Database:Provider"] = "Postgres";
        safe["ConnectionStrings:Foster"] = "Host=localhost;Username=web;Password=a long enough one";
        Assert.StartsWith("Files:FolderIsShared: ", Assert.Single(Against()));
        safe["Files:FolderIsShared"] = "true";
        Assert.Empty(Against());
    }

    [Fact]
    public void The_owner_of_the_tables_is_not_given_to_the_site()
    {
        safe["Database:Provider"] = "Postgres";
        safe["ConnectionStrings:Foster"] = "Host=localhost;Username=web;Password=a long enough one";
        Assert.Empty(Against());
        safe["Database:OwnerConnection"] =
            "Host=localhost;Username=owner;Password=a long enough one";

        Assert.StartsWith("Database:OwnerConnection: ", Assert.Single(Against()));
    }

    [Fact]
    public async Task The_verb_check_ends_with_1_and_one_line_for_each_unsafe_setting()
    {
        safe["Demo:Enabled"] = "true";
        safe["AllowedHosts"] = "*";

        var (code, said, _) = await ProgramAsync("check");

        Assert.Equal(1, code);
        Assert.Equal(2, said.Count);
        Assert.StartsWith("Demo:Enabled: ", said[0]);
        Assert.StartsWith("AllowedHosts: ", said[1]);
    }

    [Fact]
    public async Task The_verb_check_ends_with_0_where_all_is_safe_also_in_the_database()
    {
        var (code, said, wrong) = await ProgramAsync("check");

        Assert.True(code == 0, string.Join('\n', said.Concat(wrong)));
        Assert.Equal("Every setting is safe for production.", Assert.Single(said));
    }

    [Fact]
    public async Task Production_does_not_start_with_an_unsafe_setting_and_says_the_same()
    {
        safe["Vault:Keys:2026"] = "";
        safe["Site:PublicUrl"] = "http://fostering.example";

        var (code, _, wrong) = await ProgramAsync("run");

        Assert.Equal(1, code);
        Assert.Equal(Against(), wrong.Skip(1));
        Assert.False(File.Exists(Path.Combine(folder, "foster.db")));
    }

    [Fact]
    public async Task Production_over_https_sets_host_cookies_for_https_alone_and_says_so_for_a_year()
    {
        await using var app = await StartAsync();
        using var client = Client(
            new Uri(app.Urls.Single()).Port,
            X509CertificateLoader
                .LoadPkcs12FromFile(Path.Combine(folder, "site.pfx"), Password)
                .Thumbprint
        );
        var cookies = new List<string>();
        foreach (var path in (string[])["/", "/sign-in", "/enquire", "/nowhere", "/cookies"])
        {
            using var answer = await client.GetAsync(path);
            Assert.Equal(
                "max-age=31536000; includeSubDomains",
                Assert.Single(answer.Headers.GetValues("Strict-Transport-Security"))
            );
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                cookies.AddRange(set);
        }

        Assert.NotEmpty(cookies);
        Assert.All(cookies, Safe);
        var listed = await client.GetStringAsync("/cookies");
        Assert.Contains("__Host-foster-message", listed);
        Assert.DoesNotContain(">foster-", listed);
        // Its standing work ends before the folder in which it writes is removed.
        await app.StopAsync();
    }

    private static void Safe(string cookie)
    {
        Assert.StartsWith("__Host-", cookie);
        foreach (var part in (string[])["; path=/", "; secure", "; httponly", "; samesite="])
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private IReadOnlyList<string> Against() =>
        ProductionSettings.Against(
            new ConfigurationBuilder().AddInMemoryCollection(safe).Build(),
            folder
        );

    /// <summary>The program itself, as it is started where nobody says Development.</summary>
    private async Task<(int Code, List<string> Said, List<string> Wrong)> ProgramAsync(string verb)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "Foster.Web.dll"),
                verb,
                .. safe.Select(s => $"{s.Key}={s.Value}"),
                $"contentRoot={folder}",
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        using var process = Process.Start(start)!;
        var (said, wrong) = (
            process.StandardOutput.ReadToEndAsync(),
            process.StandardError.ReadToEndAsync()
        );
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, Lines(await said), Lines(await wrong));
    }

    private static List<string> Lines(string text) =>
        [
            .. text.Split(
                '\n',
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            ),
        ];

    private async Task<WebApplication> StartAsync()
    {
        safe["Kestrel:Endpoints:Https:Url"] = "https://127.0.0.1:0";
        safe["Kestrel:Endpoints:Https:Certificate:Path"] = Certificate("site.pfx");
        safe["Kestrel:Endpoints:Https:Certificate:Password"] = Password;
        Assert.Empty(Against());
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = "Production",
                ApplicationName = typeof(Program).Assembly.GetName().Name,
                ContentRootPath = folder,
                Args = [.. safe.Select(s => $"{s.Key}={s.Value}")],
            }
        );
        builder.AddFoster();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build().UseFoster();
        await MigrateVerb.MigrateAsync(app, default);
        await app.StartAsync();
        return app;
    }

    private static HttpClient Client(int port, string thumbprint)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (_, ct) =>
            {
                var socket = new System.Net.Sockets.Socket(
                    System.Net.Sockets.SocketType.Stream,
                    System.Net.Sockets.ProtocolType.Tcp
                );
                await socket.ConnectAsync(IPAddress.Loopback, port, ct);
                return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
            },
        };
        // Nobody vouches for the certificate but this test, which made it.
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
            shown?.GetCertHashString() == thumbprint;
        return new HttpClient(handler) { BaseAddress = new Uri("https://fostering.example/") };
    }

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=fostering.example",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        using var made = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(30)
        );
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, made.Export(X509ContentType.Pkcs12, Password));
        return path;
    }

    public void Dispose()
    {
        // Its own database's alone: those of other tests are in use.
        using (var own = new SqliteConnection(database))
            SqliteConnection.ClearPool(own);
        Directory.Delete(folder, recursive: true);
    }
}
