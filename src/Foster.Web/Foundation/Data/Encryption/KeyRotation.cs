using System.Data.Common;
using System.Diagnostics;
using System.Text;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Foster.Web.Foundation.Data;

/// <summary>What came of sealing columns anew.</summary>
/// <param name="Longest">The longest time for which a batch kept other writers waiting.</param>
/// <param name="Unopened">What could not be opened and stays as it is, by its cell.</param>
public sealed record Rotation(
    int Rows,
    int Batches,
    TimeSpan Longest,
    IReadOnlyList<string> Unopened
);

/// <summary>
/// Seals every encrypted column anew that is not under the current key, a few rows at a time, while the site serves. A
/// value that somebody changes meanwhile is theirs: it is written only over what was read.
/// </summary>
public sealed class KeyRotation(IServiceScopeFactory scopes, Vault vault)
{
    private const int FirstBatch = 16;
    private const int LargestBatch = 200;

    /// <summary>What a batch aims at; on the embedded database nobody else writes meanwhile, and 50 ms is the most.</summary>
    private static readonly TimeSpan Aim = TimeSpan.FromMilliseconds(20);

    public async Task<Rotation> RunAsync(CancellationToken ct)
    {
        var progress = new Progress();
        await using var services = scopes.CreateAsyncScope();
        var db = services.ServiceProvider.GetRequiredService<FosterDb>();
        foreach (var type in db.Model.GetEntityTypes())
            if (EncryptedType.Of(type) is { } encrypted)
                await RotateAsync(db, new Table(type, encrypted, vault), progress, ct);
        return new Rotation(progress.Rows, progress.Batches, progress.Longest, progress.Unopened);
    }

    private async Task RotateAsync(
        FosterDb db,
        Table table,
        Progress progress,
        CancellationToken ct
    )
    {
        IReadOnlyList<object> after = [];
        while (true)
        {
            var rows = await table.ReadAsync(db, after, progress.Size, ct);
            if (rows.Count == 0)
                return;
            var changes = rows.SelectMany(r => table.Anew(r, vault, progress.Unopened)).ToList();
            if (changes.Count > 0)
            {
                var held = await WriteAsync(db, table, changes, ct);
                progress.Held(held, rows.Count);
                // Whoever waited goes first.
                await Task.Delay(held, ct);
            }
            after = rows[^1].Key;
        }
    }

    private static async Task<TimeSpan> WriteAsync(
        FosterDb db,
        Table table,
        List<Change> changes,
        CancellationToken ct
    )
    {
        await using var transaction = await db.BeginWriteAsync(ct);
        var started = Stopwatch.GetTimestamp();
        foreach (var change in changes)
            await table.WriteAsync(db, change, ct);
        await transaction.CommitAsync(ct);
        return Stopwatch.GetElapsedTime(started);
    }

    private sealed record Row(IReadOnlyList<object> Key, IReadOnlyList<byte[]?> Ciphers);

    private sealed record Change(IReadOnlyList<object> Key, string Column, byte[] Old, byte[] New);

    private sealed class Progress
    {
        public int Rows { get; private set; }
        public int Batches { get; private set; }
        public TimeSpan Longest { get; private set; }
        public int Size { get; private set; } = FirstBatch;
        public List<string> Unopened { get; } = [];

        public void Held(TimeSpan held, int rows)
        {
            Rows += rows;
            Batches++;
            Longest = held > Longest ? held : Longest;
            Size = held > Aim ? Math.Max(1, Size / 2) : Math.Min(LargestBatch, Size * 2);
        }
    }

    /// <summary>The statements for one table. Their words come from the model, all values are parameters.</summary>
    private sealed class Table
    {
        private readonly EncryptedType encrypted;
        private readonly IReadOnlyList<IProperty> key;
        private readonly byte[] current;
        private readonly string name;
        private readonly string keys;
        private readonly string columns;
        private readonly string stale;

        public Table(IEntityType type, EncryptedType encrypted, Vault vault)
        {
            this.encrypted = encrypted;
            key = type.FindPrimaryKey()!.Properties;
            var id = Encoding.ASCII.GetBytes(vault.CurrentKey);
            // A sealed value starts with its format, which the vault alone knows, and the length and id of its key.
            current = [(byte)id.Length, .. id];
            name = Quote(type.GetTableName()!);
            keys = string.Join(", ", key.Select(k => Quote(k.GetColumnName())));
            columns = string.Join(", ", encrypted.Columns.Select(c => Quote(c.Name)));
            stale = string.Join(
                " OR ",
                encrypted.Columns.Select(c =>
                    $"({Quote(c.Name)} IS NOT NULL AND substr({Quote(c.Name)}, 2, {current.Length}) <> @current)"
                )
            );
        }

        public async Task<IReadOnlyList<Row>> ReadAsync(
            FosterDb db,
            IReadOnlyList<object> after,
            int count,
            CancellationToken ct
        )
        {
            var beyond =
                after.Count == 0
                    ? ""
                    : $"({keys}) > ({string.Join(", ", after.Select((_, i) => $"@k{i}"))}) AND ";
            await db.Database.OpenConnectionAsync(ct);
            try
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText =
                    $"SELECT {keys}, {columns} FROM {name} WHERE {beyond}({stale}) ORDER BY {keys} LIMIT {count}";
                Give(command, "current", current);
                Give(command, after);
                await using var reader = await command.ExecuteReaderAsync(ct);
                var rows = new List<Row>();
                while (await reader.ReadAsync(ct))
                    rows.Add(
                        new Row(
                            [.. Enumerable.Range(0, key.Count).Select(reader.GetValue)],
                            [
                                .. encrypted.Columns.Select(
                                    (_, i) => reader.GetValue(key.Count + i) as byte[]
                                ),
                            ]
                        )
                    );
                return rows;
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        }

        public IEnumerable<Change> Anew(Row row, Vault vault, List<string> unopened)
        {
            var at = EncryptedType.RowOf(row.Key.Select((k, i) => ValueOf(key[i], k)));
            for (var i = 0; i < encrypted.Columns.Count; i++)
            {
                if (
                    row.Ciphers[i] is not { } cipher
                    || Vault.KeyOf(cipher) == vault.CurrentKey
                    || Open(encrypted.Columns[i].Cell(at), cipher, vault, unopened) is not { } clear
                )
                    continue;
                yield return new Change(
                    row.Key,
                    encrypted.Columns[i].Name,
                    cipher,
                    vault.Seal(clear, encrypted.Columns[i].Cell(at))
                );
            }
        }

        public async Task WriteAsync(FosterDb db, Change change, CancellationToken ct)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            var column = Quote(change.Column);
            var row = string.Join(
                " AND ",
                key.Select((k, i) => $"{Quote(k.GetColumnName())} = @k{i}")
            );
            command.CommandText =
                $"UPDATE {name} SET {column} = @new WHERE {row} AND {column} = @old";
            Give(command, "new", change.New);
            Give(command, "old", change.Old);
            Give(command, change.Key);
            await command.ExecuteNonQueryAsync(ct);
        }

        private static byte[]? Open(
            VaultCell cell,
            byte[] cipher,
            Vault vault,
            List<string> unopened
        )
        {
            try
            {
                return vault.Open(cipher, cell);
            }
            catch (VaultException e)
            {
                unopened.Add(e.Message);
                return null;
            }
        }

        /// <summary>The embedded database gives ids back as text.</summary>
        private static object ValueOf(IProperty key, object raw) =>
            key.ClrType == typeof(Guid) && raw is string text ? Guid.Parse(text) : raw;

        private static void Give(DbCommand command, IReadOnlyList<object> key)
        {
            for (var i = 0; i < key.Count; i++)
                Give(command, $"k{i}", key[i]);
        }

        private static void Give(DbCommand command, string parameter, object value)
        {
            var given = command.CreateParameter();
            given.ParameterName = "@" + parameter;
            given.Value = value;
            command.Parameters.Add(given);
        }

        private static string Quote(string name) =>
            "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
