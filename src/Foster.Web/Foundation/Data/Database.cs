using System.Data.Common;
using System.Runtime.CompilerServices;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Foster.Web.Foundation.Data;

/// <summary>Which database Foster runs on (section Database).</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>Sqlite or Postgres.</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>
    /// PostgreSQL: the connection of the role that owns the tables. `migrate` and maintenance of the history use it; web
    /// nodes run without it.
    /// </summary>
    public string OwnerConnection { get; set; } = "";

    /// <summary>PostgreSQL: the role of the web nodes, which `migrate` gives its rights. Empty: that of ConnectionStrings:Foster.</summary>
    public string WebRole { get; set; } = "";

    public bool IsPostgres => Provider.Equals("Postgres", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Registers the context for the configured provider.</summary>
public static class Databases
{
    public static IServiceCollection AddFosterDb(
        this IServiceCollection services,
        IConfiguration configuration,
        string contentRoot
    )
    {
        var options =
            configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        var connection = configuration.GetConnectionString("Foster");
        services.AddSingleton(options);
        services.AddSingleton(new WriteGate(closed: !options.IsPostgres));
        services.AddScoped<CouncilScope>();
        services.AddScoped<Once>();
        services.AddScoped<Leases>();
        services.AddSingleton<KeyRotation>();
        var disk = new FullDisk();
        services.AddSingleton(disk);
        services.AddScoped<Readiness>();
        if (options.IsPostgres)
        {
            if (string.IsNullOrWhiteSpace(connection))
                throw new InvalidOperationException(
                    "Database:Provider is Postgres, so ConnectionStrings:Foster must be set."
                );
            services.AddDbContext<FosterDb, PostgresFosterDb>(
                o => o.UseNpgsql(connection).UseEncryptedColumns().AddInterceptors(disk),
                optionsLifetime: ServiceLifetime.Singleton
            );
        }
        else if (options.Provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            connection = InContentRoot(connection ?? "Data Source=.data/foster.db", contentRoot);
            services.AddDbContext<FosterDb, SqliteFosterDb>(
                o =>
                    o.UseSqlite(
                            connection,
                            // A list is one parameter, so that the statements of the council and case filters stay
                            // the same and are not written anew for each request.
                            s =>
                                s.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                        )
                        .UseEncryptedColumns()
                        .AddInterceptors(new SqlitePragmas()),
                optionsLifetime: ServiceLifetime.Singleton
            );
        }
        else
            throw new InvalidOperationException(
                $"Database:Provider is {options.Provider}; it has to be Sqlite or Postgres."
            );
        return services;
    }

    /// <summary>
    /// A file beside the embedded database, or with the data of the program where the database is a server; null where
    /// nothing is kept.
    /// </summary>
    public static string? Beside(IConfiguration configuration, string contentRoot, string ending)
    {
        var options =
            configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new();
        if (options.IsPostgres)
            return Path.GetFullPath($".data/postgres.{ending}", contentRoot);
        var parts = new SqliteConnectionStringBuilder(
            InContentRoot(
                configuration.GetConnectionString("Foster") ?? "Data Source=.data/foster.db",
                contentRoot
            )
        );
        return parts.Mode == SqliteOpenMode.Memory || !Path.IsPathRooted(parts.DataSource)
            ? null
            : $"{parts.DataSource}.{ending}";
    }

    /// <summary>A relative path is meant from the program's own folder, wherever it was started from.</summary>
    private static string InContentRoot(string connection, string contentRoot)
    {
        var parts = new SqliteConnectionStringBuilder(connection);
        if (
            parts.Mode != SqliteOpenMode.Memory
            && parts.DataSource is { Length: > 0 } file
            && !file.StartsWith(':')
            && !file.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
        )
            parts.DataSource = Path.GetFullPath(file, contentRoot);
        return parts.ConnectionString;
    }
}

/// <summary>
/// Settings that every connection to the embedded database starts with. A connection that comes back from the pool still
/// has them, and is told again only where it was last used in the other manner.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;";

    private const string HastyPragmas = Pragmas + " PRAGMA synchronous=OFF;";

    /// <summary>A reader cannot change how the file is written, which a restored one may need.</summary>
    private const string ReaderPragmas = "PRAGMA busy_timeout=5000;";

    private static readonly AsyncLocal<bool> Hasty = new();

    /// <summary>What each of the database's own connections was told, which the pool hands from one of ours to the next.</summary>
    private static readonly ConditionalWeakTable<object, string> Told = [];

    /// <summary>Does not wait for the disk in the calling flow of control: for made-up data, which can be made again.</summary>
    public static void Hurry(bool on) => Hasty.Value = on;

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (News(connection) is not { } news)
            return;
        using var command = connection.CreateCommand();
        command.CommandText = news;
        command.ExecuteNonQuery();
        Remember(connection, news);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken ct = default
    )
    {
        if (News(connection) is not { } news)
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = news;
        await command.ExecuteNonQueryAsync(ct);
        Remember(connection, news);
    }

    /// <summary>What the connection has to be told; null when it knows.</summary>
    private static string? News(DbConnection connection)
    {
        var reads = connection.ConnectionString.Contains(
            "Mode=ReadOnly",
            StringComparison.OrdinalIgnoreCase
        );
        var wanted =
            reads ? ReaderPragmas
            : Hasty.Value ? HastyPragmas
            : Pragmas;
        return
            ((SqliteConnection)connection).Handle is { } handle
            && Told.TryGetValue(handle, out var told)
            && told == wanted
            ? null
            : wanted;
    }

    private static void Remember(DbConnection connection, string told)
    {
        if (((SqliteConnection)connection).Handle is { } handle)
            Told.AddOrUpdate(handle, told);
    }
}

public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteFosterDb>
{
    public SqliteFosterDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<SqliteFosterDb>()
                .UseSqlite("Data Source=design.db")
                .UseApplicationServiceProvider(Security.IdentitySetup.ForDesign())
                .Options,
            new CouncilScope(),
            new WriteGate(closed: false)
        );
}

public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresFosterDb>
{
    public PostgresFosterDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<PostgresFosterDb>()
                .UseNpgsql("Host=design")
                .UseApplicationServiceProvider(Security.IdentitySetup.ForDesign())
                .Options,
            new CouncilScope(),
            new WriteGate(closed: false)
        );
}
