using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.TestKit;

/// <summary>What stands in the database, read past every filter.</summary>
public static class Tables
{
    /// <summary>What signing in writes, for tests in which people sign in between two looks.</summary>
    public static readonly string[] OfSigningIn = ["Sessions", "KnownDevices"];

    /// <summary>What is written beside every act: who looked, the links of the chains, who holds the sealer.</summary>
    public static readonly string[] OfTheLogs = ["AccessLog", "AccessLogBodies", "Seals", "Leases"];

    /// <summary>Number of rows and a hash of all of them, for each table that the model knows.</summary>
    public static Task<SortedDictionary<string, string>> StateAsync(
        FosterHost host,
        params string[] except
    ) =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var state = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (
                var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct()
            )
            {
                if (!except.Contains(table))
                {
                    // That somebody opened the papers stands in the history; its words go with it.
                    var read = (await RowsAsync(db, "History", "\"Id\", \"Kind\""))
                        .Where(r =>
                            ((string)r[1]).EndsWith(".papers-read", StringComparison.Ordinal)
                        )
                        .Select(r => r[0])
                        .ToHashSet();
                    var rows = (await RowsAsync(db, table, "*")).FindAll(r =>
                        table is not ("History" or "HistoryBodies") || !r.Any(read.Contains)
                    );
                    var lines = rows.Select(r => string.Join('|', r)).Order(StringComparer.Ordinal);
                    state[table] = $"{rows.Count} {Hash(string.Join('\n', lines))}";
                }
            }

            return state;
        });

    /// <summary>The tables whose content is not the same in both.</summary>
    public static IReadOnlyList<string> Changed(
        SortedDictionary<string, string> before,
        SortedDictionary<string, string> after
    ) => [.. before.Keys.Where(t => before[t] != after[t]).Select(t => $"{t} was changed")];

    /// <summary>These columns of a type's table, each row as it is.</summary>
    public static Task<List<object[]>> RowsAsync(
        FosterDb db,
        IEntityType type,
        params string[] properties
    )
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        var columns = properties.Select(p => $"\"{type.FindProperty(p)!.GetColumnName(table)}\"");
        return RowsAsync(db, type.GetTableName()!, string.Join(", ", columns));
    }

    private static async Task<List<object[]>> RowsAsync(FosterDb db, string table, string columns)
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
        {
            await db.Database.OpenConnectionAsync();
        }

        await using DbCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {columns} FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
