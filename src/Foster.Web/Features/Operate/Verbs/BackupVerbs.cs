using Foster.Web.Foundation.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>Makes a backup of the embedded database while the site serves.</summary>
public sealed class BackupVerb : IVerb
{
    public string Name => "backup";
    public string Help => "SQLite: write a whole copy of the database to a new file: backup <file>";

    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        var file = BackupFiles.Named(words, "Usage: backup <file>");
        var size = await Backup.MakeAsync(BackupFiles.Database(app), file, ct);
        Console.WriteLine(
            $"{file} holds everything up to now, {size / 1024.0 / 1024.0:N1} MB, and was read again to the end."
        );
        Console.WriteLine(
            "Take it to another machine, with the file of anchors and apart from the keys."
        );
        return 0;
    }
}

/// <summary>Puts a backup in the place of the embedded database.</summary>
public sealed class RestoreVerb : IVerb
{
    public string Name => "restore";
    public string Help => "SQLite: put a backup in the place of the database: restore <file>";

    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        var file = BackupFiles.Named(words, "Usage: restore <file>");
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var former = await Backup.RestoreAsync(file, BackupFiles.Database(app), now, ct);
        Console.WriteLine($"The database is the one of {file} now.");
        if (former is not null)
            Console.WriteLine($"What was there before lies at {former}.");
        Console.WriteLine(
            "Next: verify-history, start the site, and let the records officer look at what is due to be erased."
        );
        return 0;
    }
}

/// <summary>The files that both verbs speak of.</summary>
internal static class BackupFiles
{
    public static string Named(IReadOnlyList<string> words, string usage) =>
        words.Where(w => !w.Contains('=')).ToList() is [var file]
            ? Path.GetFullPath(file)
            : throw new InvalidOperationException(usage);

    public static string Database(WebApplication app)
    {
        if (app.Services.GetRequiredService<DatabaseOptions>().IsPostgres)
            throw new InvalidOperationException(
                "The database is PostgreSQL, whose own tools make and restore backups. README says how, under Backup."
            );
        using var services = app.Services.CreateScope();
        var connection = services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Database.GetConnectionString();
        return Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);
    }
}
