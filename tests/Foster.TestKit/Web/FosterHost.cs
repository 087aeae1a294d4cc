using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Foster.TestKit;

/// <summary>
/// The whole program behind a real socket, with a database, a mail server and a clock of its own.
/// A derived class may say more by <see cref="Settings"/> and <see cref="Replace"/>; as a fixture:
/// <code>
/// public abstract class EnquireTests(FosterHost host)
/// {
///     [Fact] public async Task …
///     public sealed class OnSqlite(SqliteHost host) : EnquireTests(host), IClassFixture&lt;SqliteHost&gt;;
///     public sealed class OnPostgres(PostgresHost host) : EnquireTests(host), IClassFixture&lt;PostgresHost&gt;;
/// }
/// </code>
/// </summary>
public abstract class FosterHost(TestProvider provider) : DatabaseFixture(provider)
{
    private Factory? factory;

    /// <summary>Stands still on Friday 15 May 2026, 10:00 in London, until a test moves it.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Where the configuration says the site is; links in mail begin so, and visitors understand them.</summary>
    public static Uri PublicUrl { get; } = new("https://fostering.example/");

    public SmtpSink Mail { get; } = new();

    /// <summary>Where it listens, by the name `localhost`: passkeys need it, and so do secure cookies without TLS.</summary>
    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services =>
        factory?.Services ?? throw new InvalidOperationException("The host has not started yet.");

    /// <summary>Where the heads of its history's chains are kept.</summary>
    public string AnchorFile { get; } =
        Path.Combine(Template.Folder, $"anchors-{Guid.NewGuid():N}.txt");

    /// <summary>What the configuration says beyond the database and the mail server.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>();

    /// <summary>Services that differ from those of the program.</summary>
    protected virtual void Replace(IServiceCollection services) { }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        factory = new Factory(this);
        factory.StartServer();
        Address = new UriBuilder(factory.ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
    }

    public override async Task DisposeAsync()
    {
        if (factory is not null)
        {
            await factory.DisposeAsync();
        }

        await Mail.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>A new visitor with no cookies, who has no JavaScript.</summary>
    public HtmlVisitor Visitor() => new(Address);

    /// <summary>Does something with services of a scope of their own.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public async Task InScopeAsync(Func<IServiceProvider, Task> act)
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }

    private sealed class Factory : WebApplicationFactory<Program>
    {
        private readonly FosterHost host;

        public Factory(FosterHost host)
        {
            this.host = host;
            UseKestrel(0);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("Database:Provider", host.Provider.ToString());
            builder.UseSetting("ConnectionStrings:Foster", host.ConnectionString);
            builder.UseSetting("Mail:Host", host.Mail.Host);
            builder.UseSetting("Mail:Port", host.Mail.Port.ToString());
            builder.UseSetting("Mail:StartTls", "false");
            builder.UseSetting("Mail:PollSeconds", "1");
            builder.UseSetting("Site:PublicUrl", PublicUrl.ToString().TrimEnd('/'));
            builder.UseSetting("Demo:Enabled", (host.Content == TestContent.Demo).ToString());
            builder.UseSetting("History:AnchorFile", host.AnchorFile);
            // Nobody but the test starts a job.
            builder.UseSetting("Jobs:Run", "false");
            // Tests type faster than people, all of them from one address.
            builder.UseSetting("Spam:SecondsAPage", "0");
            builder.UseSetting("Spam:PerAddress", "100000");
            builder.UseSetting("Spam:InAll", "100000");
            foreach (var (key, value) in TestVault.Settings)
            {
                builder.UseSetting(key, value);
            }

            foreach (var (key, value) in host.Settings)
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(host.Clock));
                host.Replace(services);
            });
        }
    }
}

public class SqliteHost() : FosterHost(TestProvider.Sqlite);

public class PostgresHost() : FosterHost(TestProvider.Postgres);

/// <summary>With the demonstration region, as it looks on the morning on which the clock stands.</summary>
public class SqliteDemoHost() : FosterHost(TestProvider.Sqlite)
{
    protected override TestContent Content => TestContent.Demo;
}

public class PostgresDemoHost() : FosterHost(TestProvider.Postgres)
{
    protected override TestContent Content => TestContent.Demo;
}
