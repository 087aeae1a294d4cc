using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Data;

/// <summary>Brings the database to this build's model, safely with several processes, and fills in the calendar.</summary>
public sealed partial class Migrator(
    FosterDb db,
    DatabaseOptions options,
    TimeProvider time,
    IDataProtectionProvider protection,
    ILogger<Migrator> log
)
{
    public async Task RunAsync(CancellationToken ct)
    {
        if (options.IsPostgres)
            await MigratePostgresAsync(ct);
        else
            await MigrateSqliteAsync(ct);
        await FillCalendarAsync(ct);
        // Makes the first key now: later it would be made in the middle of somebody's transaction.
        protection.CreateProtector("Foster.Start").Protect("");
    }

    private async Task MigrateAsync(CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (applied.Any(m => !known.Contains(m)))
            throw new InvalidOperationException(
                "This database was made by another build of Foster and cannot be used. "
                    + "Start with an empty database, or use the build that made it."
            );
        if (known.Count == applied.Count)
            return;
        try
        {
            await db.Database.MigrateAsync(ct);
        }
        catch (Npgsql.PostgresException e)
            when (e.SqlState == Npgsql.PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new InvalidOperationException(
                "The database has to be migrated, and the role of ConnectionStrings:Foster may not. Run `migrate` with "
                    + "Database:OwnerConnection first."
            );
        }
    }

    /// <summary>
    /// Where the owner's connection is set, the owner makes the tables and gives the web role its rights: it may add to the
    /// history and read it, and neither change nor remove. A node without it only looks whether everything is there.
    /// </summary>
    private async Task MigratePostgresAsync(CancellationToken ct)
    {
        if (options.OwnerConnection.Length == 0)
        {
            await MigrateAsync(ct);
            return;
        }
        var web = db.Database.GetConnectionString();
        db.Database.SetConnectionString(options.OwnerConnection);
        await MigrateAsync(ct);
        await Rights.GrantAsync(db, options, web!, ct);
        await FillCalendarAsync(ct);
        db.Database.SetConnectionString(web);
    }

    private async Task MigrateSqliteAsync(CancellationToken ct)
    {
        var file = Path.GetFullPath(
            new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource
        );
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (File.Exists(file) && !(await db.Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await MigrateAsync(ct);
            return;
        }
        // The lock dies with its process; only its holder may clear what a killed migration left behind.
        await using var lockFile = await LockAsync(file + ".migrating", ct);
        if (File.Exists(file))
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await MigrateAsync(ct);
    }

    private async Task<FileStream> LockAsync(string path, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(
                    path,
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                );
            }
            catch (IOException) when (time.GetElapsedTime(started) < TimeSpan.FromMinutes(2))
            {
                Waiting(path);
                await Task.Delay(500, ct);
            }
        }
    }

    private async Task FillCalendarAsync(CancellationToken ct)
    {
        if (await db.Set<BankHoliday>().AnyAsync(ct))
            return;
        db.AddRange(BankHolidaySeed.Rows());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await db.Set<BankHoliday>().AnyAsync(ct))
                throw;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Another process is migrating the database ({Path}); waiting."
    )]
    private partial void Waiting(string path);
}
