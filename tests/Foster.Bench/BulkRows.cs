using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Foster.Bench;

/// <summary>Puts rows of a type into its table as quickly as the database takes them, in the form that the model gives them.</summary>
internal static class BulkRows
{
    public static async Task AddAsync<T>(FosterDb db, IReadOnlyCollection<T> rows)
        where T : class
    {
        var (type, columns, names) = Shape<T>(db);
        await db.Database.OpenConnectionAsync();
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
            await CopyAsync(
                postgres,
                $"COPY \"{type.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)",
                columns,
                rows
            );
        else
            await InsertAsync(db, rows);
    }

    /// <summary>One transaction of prepared statements, a row each.</summary>
    public static async Task InsertAsync<T>(FosterDb db, IReadOnlyCollection<T> rows)
        where T : class
    {
        var (type, columns, names) = Shape<T>(db);
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        // The statement is made of names of the model.
#pragma warning disable CA2100
        command.CommandText =
            $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
        for (var i = 0; i < columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < columns.Count; i++)
                command.Parameters[i].Value = columns[i].ValueOf(row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static (IEntityType Type, List<Column> Columns, string Names) Shape<T>(FosterDb db)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        // On the server the version of a row is a column of its own making.
        var columns = type.GetProperties()
            .Where(p => !p.IsShadowProperty() && p.GetColumnName() != "xmin")
            .Select(p => new Column(p.GetColumnName(), row => Value(p, row)))
            .ToList();
        var key = type.FindPrimaryKey()!.Properties;
        var vault = db.GetService<Vault>();
        foreach (var sealedOne in EncryptedType.Of(type)?.Columns ?? [])
            columns.Add(
                new(
                    sealedOne.Name,
                    row =>
                        sealedOne.Seal(
                            sealedOne.ValueOf(row),
                            EncryptedType.RowOf(key.Select(k => k.GetGetter().GetClrValue(row))),
                            vault
                        )
                )
            );
        return (type, columns, string.Join(", ", columns.Select(c => $"\"{c.Name}\"")));
    }

    private sealed record Column(string Name, Func<object, object?> ValueOf);

    private static async Task CopyAsync<T>(
        NpgsqlConnection connection,
        string statement,
        List<Column> columns,
        IReadOnlyCollection<T> rows
    )
        where T : class
    {
        await using var import = await connection.BeginBinaryImportAsync(statement);
        foreach (var row in rows)
        {
            await import.StartRowAsync();
            foreach (var column in columns)
                if (column.ValueOf(row) is { } value)
                    await import.WriteAsync(value);
                else
                    await import.WriteNullAsync();
        }

        await import.CompleteAsync();
    }

    private static object? Value(IProperty column, object row)
    {
        var value = column.GetGetter().GetClrValue(row);
        return column.GetTypeMapping().Converter is { } converter && value is not null
            ? converter.ConvertToProvider(value)
            : value;
    }
}
