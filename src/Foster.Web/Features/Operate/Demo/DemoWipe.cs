using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Demo;

/// <summary>Empties a database that holds nothing but the demonstration, before it is made anew.</summary>
public static class DemoWipe
{
    private static readonly string[] Kept = ["BankHolidays", "DataProtectionKeys"];

    public static async Task RunAsync(FosterDb db, Anchors anchors, CancellationToken ct)
    {
        var codes = await db.Set<Council>().Select(c => c.Code).ToListAsync(ct);
        if (codes.Any(c => c is not (DemoRegion.HomeCode or DemoRegion.OtherCode)))
            throw new InvalidOperationException(
                "This database holds councils that are no demonstration. Nothing was changed."
            );
        var tables = db
            .Model.GetEntityTypes()
            .Select(t => t.GetTableName()!)
            .Distinct()
            .Except(Kept)
            .ToList();
        // The names come from the model, not from anybody's input.
#pragma warning disable EF1002
        if (db.Database.IsSqlite())
        {
            await db.Database.OpenConnectionAsync(ct);
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=OFF", ct);
            foreach (var table in tables)
                await db.Database.ExecuteSqlRawAsync($"DELETE FROM \"{table}\"", ct);
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys=ON", ct);
            await db.Database.CloseConnectionAsync();
        }
        else
            await db.Database.ExecuteSqlRawAsync(
                $"TRUNCATE {string.Join(", ", tables.Select(t => $"\"{t}\""))} CASCADE",
                ct
            );
#pragma warning restore EF1002
        // They anchor chains that are gone on purpose.
        anchors.PutAside();
    }
}
