using System.Diagnostics;
using System.Net;
using Foster.TestKit;
using Foster.Web.Features.Operate.Demo;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Foster.Faults;

/// <summary>
/// A backup by the written steps while people send, the machine lost, and everything brought back elsewhere by the
/// written steps. A half backup is tried too.
/// </summary>
internal sealed class BackupAndRestore(TestProvider provider)
    : Drill($"backup-{provider}".ToLowerInvariant(), "24")
{
    private const int Before = 60;
    private const int Enough = 160;
    private readonly string safe = Directory.CreateTempSubdirectory("foster-backup-").FullName;

    public override async Task RunAsync()
    {
        await using var lost = await TestDatabase.CreateAsync(provider, TestContent.Demo);
        await using var empty = await TestDatabase.CreateAsync(provider, TestContent.Nothing);
        var anchors = Path.Combine(safe, "anchors");
        var backup = Path.Combine(safe, "foster.backup");
        var crowd = await LoseAsync(lost.ConnectionString, backup, anchors);

        var started = Stopwatch.GetTimestamp();
        using var node = new Node(
            provider,
            empty.ConnectionString,
            $"History:AnchorFile={anchors}.kept"
        );
        await HalfAsync(backup, empty.ConnectionString, node);
        var (code, said) = await RestoreAsync(backup, empty.ConnectionString, node);
        Must(code == 0, $"it is brought back to an empty machine {said}");
        await node.StartAsync();
        Must(
            Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(30),
            $"serves again {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s after the first step"
        );
        await AuditAsync(crowd, empty.ConnectionString, node);
        Directory.Delete(safe, recursive: true);
    }

    /// <summary>Makes the backup while eight people enquire, and kills the site some time after it.</summary>
    /// <returns>What people had been told when the backup began.</returns>
    private async Task<Dictionary<string, string>> LoseAsync(
        string connection,
        string backup,
        string anchors
    )
    {
        using var node = new Node(provider, connection, $"History:AnchorFile={anchors}");
        await node.StartAsync();
        var crowd = new Crowd(node.Address);
        var began = Stopwatch.GetTimestamp();
        var running = crowd.RunAsync(Enough);
        await crowd.UntilAsync(Before, running);
        var rate = crowd.Told.Count / Stopwatch.GetElapsedTime(began).TotalSeconds;
        var told = new Dictionary<string, string>(crowd.Told);
        var started = Stopwatch.GetTimestamp();
        if (File.Exists(anchors))
            File.Copy(anchors, anchors + ".kept");
        var (code, said) =
            provider == TestProvider.Sqlite
                ? await node.VerbAsync("backup", backup)
                : await DumpAsync(connection, backup);
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Must(
            code == 0,
            $"a backup in {took:F1} s while {rate:F1} enquiries a second arrive; {crowd.Told.Count - told.Count} during it {(code == 0 ? "" : said)}"
        );
        await running;
        Must(crowd.EndedWell >= 0.98, $"{crowd.EndedWell:P0} of the journeys ended well meanwhile");
        node.Kill();
        return told;
    }

    /// <summary>Two thirds of a backup are refused, and leave no trace.</summary>
    private async Task HalfAsync(string backup, string connection, Node node)
    {
        var half = backup + ".half";
        var whole = await File.ReadAllBytesAsync(backup);
        await File.WriteAllBytesAsync(half, whole[..(whole.Length * 2 / 3)]);
        var (code, _) =
            provider == TestProvider.Sqlite
                ? await node.VerbAsync("restore", half)
                : await ToolAsync("pg_restore", ["--file=/dev/null", half], connection);
        Must(code != 0, "a half backup is refused");
        if (provider == TestProvider.Sqlite)
            Must(
                !File.Exists(new SqliteConnectionStringBuilder(connection).DataSource),
                "and nothing is put in its place"
            );
    }

    private async Task<(int, string)> RestoreAsync(string backup, string connection, Node node) =>
        provider == TestProvider.Sqlite
            ? await node.VerbAsync("restore", backup)
            : await ToolAsync(
                "pg_restore",
                ["--exit-on-error", "--single-transaction", "--no-owner", backup],
                connection,
                "--dbname="
            );

    /// <summary>The steps of README: into a file of another name, read again to the end, then its own name.</summary>
    private static async Task<(int, string)> DumpAsync(string connection, string backup)
    {
        var dumped = await ToolAsync(
            "pg_dump",
            ["--format=custom", $"--file={backup}.part"],
            connection
        );
        if (dumped.Code != 0)
            return dumped;
        var read = await ToolAsync("pg_restore", ["--file=/dev/null", backup + ".part"], null);
        if (read.Code == 0)
            File.Move(backup + ".part", backup);
        return read;
    }

    private static async Task<(int Code, string Said)> ToolAsync(
        string tool,
        string[] words,
        string? connection,
        string database = ""
    )
    {
        var start = new ProcessStartInfo(tool) { RedirectStandardError = true };
        foreach (var word in words)
            start.ArgumentList.Add(word);
        if (connection is not null)
        {
            var parts = new NpgsqlConnectionStringBuilder(connection);
            start.Environment["PGHOST"] = parts.Host;
            start.Environment["PGPORT"] = $"{parts.Port}";
            start.Environment["PGUSER"] = parts.Username;
            start.Environment["PGPASSWORD"] = parts.Password;
            start.Environment["PGDATABASE"] = parts.Database;
            if (database.Length > 0)
                start.ArgumentList.Add(database + parts.Database);
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said.Trim());
    }

    private async Task AuditAsync(Dictionary<string, string> told, string connection, Node node)
    {
        var books = new Books(provider, connection);
        var stored = await books.StoredAsync();
        var missing = told.Where(t => !stored.Contains((t.Value, t.Key))).ToList();
        Must(
            missing.Count == 0,
            $"{told.Count} acknowledged before the backup began, {missing.Count} of them not in it; {stored.Count} in all"
        );
        var twice = stored.GroupBy(s => s.Name).Count(g => g.Count() > 1);
        Must(twice == 0, $"{twice} stored twice");
        if (provider == TestProvider.Sqlite)
        {
            var whole = await books.AskAsync("PRAGMA integrity_check");
            Must(whole == "ok", $"integrity: {whole}");
        }

        var (code, said) = await node.VerbAsync("verify-history");
        Must(code == 0, $"the history is whole: {said}");
        using var carer = new HtmlVisitor(node.Address);
        var page = await carer.GetAsync("/sign-in");
        page = await page.Form()
            .Fill("Sign-in name or email address", "carer@foster.example")
            .Fill("Password", DemoRegion.Password)
            .SubmitAsync("Sign in");
        Must(
            page.Status == HttpStatusCode.OK && page.Path == "/carer",
            $"a carer signs in with the old password, at {page.Path}"
        );
    }
}
