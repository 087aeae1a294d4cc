using System.Diagnostics;
using Npgsql;

namespace Foster.TestKit;

/// <summary>
/// The PostgreSQL of this run. It is the one FOSTER_TEST_POSTGRES names, or one that is started here and
/// ends with this process. Nothing is created or dropped before the server has shown the mark it was
/// started with: a test must never touch a database that somebody cares about.
/// </summary>
public static class PostgresServer
{
    private const string Variable = "FOSTER_TEST_POSTGRES";

    /// <summary>Seconds for what copies a database or waits until everybody has left it.</summary>
    private const int LongestWait = 300;

    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Kept, because the server ends when this is collected.</summary>
    private static Process? holder;

    /// <summary>Leads to the server's own database, from which others are made.</summary>
    public static Task<string> ConnectionAsync() => Started.Value;

    /// <summary>
    /// Runs one statement that is not about any test's data. Where it needs a database that somebody is just leaving, which
    /// takes its time on a busy machine, it is tried again.
    /// </summary>
    internal static Task RunAsync(string statement) =>
        Until.HoldsAsync(async () =>
        {
            await using var connection = new NpgsqlConnection(await ConnectionAsync());
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(statement, connection);
            command.CommandTimeout = LongestWait;
            try
            {
                await command.ExecuteNonQueryAsync();
                return true;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ObjectInUse)
            {
                return false;
            }
        });

    /// <summary>From now on it waits for the disk before it confirms, as in production.</summary>
    public static async Task KeepItsWordAsync()
    {
        foreach (var setting in new[] { "fsync", "synchronous_commit", "full_page_writes" })
            await RunAsync($"ALTER SYSTEM SET {setting} = on");
        await RunAsync("SELECT pg_reload_conf()");
        await Task.Delay(500);
    }

    /// <summary>Stops the server as a failing machine does; its data stay.</summary>
    public static Task StopAsync() => ScriptAsync("halt");

    /// <summary>Starts it again on the same port.</summary>
    public static Task ComeBackAsync() => ScriptAsync("again");

    /// <summary>Puts the tables of a database, to which nobody is connected, into another folder.</summary>
    public static async Task MoveAsync(string database, string folder)
    {
        NpgsqlConnection.ClearAllPools();
        var space = $"space_{Guid.NewGuid():N}";
        await RunAsync($"CREATE TABLESPACE {space} LOCATION '{folder}'");
        await RunAsync($"ALTER DATABASE {database} SET TABLESPACE {space}");
    }

    private static async Task ScriptAsync(string word)
    {
        var script = Path.Combine(Repository.Root, "tests", "postgres");
        var state =
            Environment.GetEnvironmentVariable(Variable + "_STATE")
            ?? throw new InvalidOperationException(
                "Only a script that started the server may stop it."
            );
        using var process = Process.Start("bash", [script, word, state]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"tests/postgres {word} did not work.");
    }

    private static async Task<string> StartAsync()
    {
        var said = Environment.GetEnvironmentVariable(Variable);
        var given = string.IsNullOrWhiteSpace(said) ? await HoldAsync() : said;

        // Every class leaves its own pool behind, so pools are small and short-lived.
        var named = new NpgsqlConnectionStringBuilder(given)
        {
            MaxPoolSize = 20,
            // A busy machine may take long for a connection, and a test for what it asks.
            Timeout = 60,
            CommandTimeout = 120,
            ConnectionIdleLifetime = 5,
            ConnectionPruningInterval = 1,
            IncludeErrorDetail = true,
        };
        await using var connection = new NpgsqlConnection(named.ConnectionString);
        await connection.OpenAsync();
        await using var question = new NpgsqlCommand("SHOW cluster_name", connection);
        var mark = await question.ExecuteScalarAsync() as string;
        return mark == named.Username
            ? named.ConnectionString
            : throw new InvalidOperationException(
                $"The server on port {named.Port} was not started by tests/postgres, so no test touches it. "
                    + $"Unset {Variable}, or set it to what `tests/postgres start` prints."
            );
    }

    /// <summary>Its standard input ends with this process, and then it stops.</summary>
    private static async Task<string> HoldAsync()
    {
        var script = Path.Combine(Repository.Root, "tests", "postgres");
        var start = new ProcessStartInfo("bash")
        {
            ArgumentList = { script, "hold" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = holder =
            Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var line = await process.StandardOutput.ReadLineAsync();
        var prefix = $"export {Variable}='";
        return line?.StartsWith(prefix, StringComparison.Ordinal) == true
            ? line[prefix.Length..^1]
            : throw new InvalidOperationException(
                "No PostgreSQL for the tests. "
                    + await process.StandardError.ReadToEndAsync()
                    + "Run `bash tests/run`, which installs what is missing or says what to install."
            );
    }
}
