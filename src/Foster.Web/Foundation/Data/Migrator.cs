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
            await MigrateAsync(ct);
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
        await db.Database.MigrateAsync(ct);
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
