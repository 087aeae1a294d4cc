using System.Data.Common;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Foster.Bench;

/// <summary>
/// The least that a post can do and still keep its word: one row, one statement, on the disk when it is answered.
/// Writers to SQLite queue in the process, as the product's do; without that they would only wait longer for each other.
/// </summary>
internal sealed class BareInsert(IConfiguration configuration, DatabaseOptions options)
{
    private const string Statement = "INSERT INTO bench_rows (id, words) VALUES (@id, @words)";
    private readonly string connectionString = configuration.GetConnectionString("Foster")!;
    private readonly SemaphoreSlim gate = new(options.IsPostgres ? int.MaxValue : 1);

    public async Task PrepareAsync()
    {
        await using var connection = await OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText =
            "CREATE TABLE IF NOT EXISTS bench_rows (id text NOT NULL PRIMARY KEY, words text NOT NULL)";
        await command.ExecuteNonQueryAsync();
        command.CommandText = options.IsPostgres
            ? "SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit')"
            : "PRAGMA synchronous";
        Console.WriteLine($"durable {await command.ExecuteScalarAsync()}");
    }

    public async Task<IResult> RunAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            await using var connection = await OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = Statement;
            Add(command, "id", Guid.CreateVersion7().ToString());
            Add(command, "words", "One row of some words, as long as a name and an address.");
            await command.ExecuteNonQueryAsync(ct);
        }
        finally
        {
            gate.Release();
        }

        return Results.Redirect("/enquire/sent");
    }

    private async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        DbConnection connection = options.IsPostgres
            ? new NpgsqlConnection(connectionString)
            : new SqliteConnection(connectionString);
        await connection.OpenAsync(ct);
        if (!options.IsPostgres)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;";
            await command.ExecuteNonQueryAsync(ct);
        }

        return connection;
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
