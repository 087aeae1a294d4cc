using System.Data.Common;
using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Foster.Tests.Encryption;

/// <summary>What stands in the database itself, and the encrypted columns of the model.</summary>
internal static class Cells
{
    public static IReadOnlyList<(IEntityType Type, EncryptedColumn Column)> Columns(IModel model) =>
        [
            .. from type in model.GetEntityTypes()
            let encrypted = EncryptedType.Of(type)
            where encrypted is not null
            from column in encrypted.Columns
            select (type, column),
        ];

    /// <summary>The property of the record whose value a column holds.</summary>
    public static System.Reflection.PropertyInfo Property(EncryptedColumn column) =>
        column.Cipher.DeclaringType.ClrType.GetProperty(
            (string)column.Cipher.FindAnnotation(EncryptedModel.PropertyAnnotation)!.Value!
        )!;

    public static DbConnection Connect(DatabaseFixture database) =>
        database.Provider == TestProvider.Sqlite
            ? new SqliteConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);

    public static async Task<int> ExecuteAsync(DatabaseFixture database, string statement)
    {
        await using var connection = Connect(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every value of the first column that a statement selects, as it is stored.</summary>
    public static async Task<IReadOnlyList<object>> ReadAsync(
        DatabaseFixture database,
        string statement
    )
    {
        await using var connection = Connect(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<object>();
        while (await reader.ReadAsync())
            values.Add(reader.GetValue(0));
        return values;
    }

    public static IQueryable<object> Rows(FosterDb db, Type type) =>
        (IQueryable<object>)
            typeof(DbContext)
                .GetMethod(nameof(DbContext.Set), [])!
                .MakeGenericMethod(type)
                .Invoke(db, null)!;

    /// <summary>Does something within the demonstration's home council.</summary>
    public static Task<T> InCouncilAsync<T>(FosterHost host, Func<FosterDb, Task<T>> act) =>
        host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<FosterDb>();
            var council = await db.Set<Council>()
                .Where(c => c.Code == "HAR")
                .Select(c => c.Id)
                .SingleAsync();
            services.GetRequiredService<ActorSource>().System(council);
            return await act(db);
        });
}
