using System.Data.Common;
using System.Globalization;
using Foster.TestKit;

namespace Foster.Faults;

/// <summary>kill -9 in the middle of a run over 200 reminders, five times; every step is told once to each all the same.</summary>
internal sealed class KilledReminding(TestProvider provider)
    : Drill($"killed-reminding-{provider}".ToLowerInvariant(), "30")
{
    private const int Clocks = 200;

    /// <summary>How far into a run each kill comes, in milliseconds: while it looks, while it writes, while it posts.</summary>
    private static readonly int[] Into = [50, 400, 800, 1200, 1600];
    private const string Job = "reminders.morning";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public override async Task RunAsync()
    {
        await using var database = await TestDatabase.CreateAsync(provider, TestContent.Demo);
        await using var mail = new SmtpSink();
        var books = new Books(provider, database.ConnectionString);
        await FillAsync(books);
        using var node = new Node(
            provider,
            database.ConnectionString,
            $"Mail:Host={mail.Host}",
            $"Mail:Port={mail.Port}",
            "Mail:StartTls=false",
            "Mail:PollSeconds=1",
            "Jobs:LookSeconds=1",
            "Jobs:LeaseSeconds=3"
        );
        node.Launch();
        await node.AnsweringAsync();
        await AskAsync(books);

        var killed = 0;
        for (; killed < Into.Length && await BegunAsync(books, killed + 1); killed++)
        {
            await Task.Delay(Into[killed]);
            node.Kill();
            node.Launch();
            await node.AnsweringAsync();
        }

        Must(await EndedAsync(books), $"the run ends although its node was killed {killed} times");
        Must(killed >= 3, $"{killed} of {Into.Length} kills met it at work");
        var steps = await CountAsync(
            books,
            $"""SELECT count(*) FROM "Reminders" WHERE "Step" = 'due' AND "As" = 'TeamManager' AND "RuleId" = 'REM-05'"""
        );
        Must(steps >= Clocks, $"{steps} reminders of {Clocks} clocks are in the ledger");
        var twice = await CountAsync(
            books,
            """
            SELECT count(*) FROM (SELECT 1 AS "One" FROM "Reminders"
            GROUP BY "DeadlineId", "RuleId", "DueOn", "Step", "RecipientId" HAVING count(*) > 1) AS t
            """
        );
        Must(twice == 0, $"{twice} of them twice");
        var left = await CountAsync(
            books,
            """SELECT count(*) FROM "Reminders" WHERE "State" = 'Planned'"""
        );
        Must(left == 0, $"{left} of them without a message");
        var unsent = await UnsentAsync(books);
        Must(
            unsent <= killed,
            $"{unsent} messages wait for a person, since nobody knows whether they went out"
        );
        var copies = mail.Messages.GroupBy(m => m.MessageId).Sum(g => g.Count() - 1);
        Must(
            copies <= killed,
            $"{copies} copies arrived of {mail.Messages.Count} messages, each with the same Message-ID"
        );
    }

    /// <summary>Clocks of one case that are all due today, as copies of one that runs.</summary>
    private async Task FillAsync(Books books)
    {
        await using var connection = books.Open();
        await connection.OpenAsync();
        var row = new Dictionary<string, object>();
        await using (var read = connection.CreateCommand())
        {
            read.CommandText = """SELECT * FROM "Deadlines" WHERE "Status" = 'Open' LIMIT 1""";
            await using var reader = await read.ExecuteReaderAsync();
            await reader.ReadAsync();
            for (var i = 0; i < reader.FieldCount; i++)
                row[reader.GetName(i)] = reader.GetValue(i);
        }

        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await using var transaction = await connection.BeginTransactionAsync();
        for (var n = 0; n < Clocks; n++)
        {
            row["Id"] = Guid.NewGuid();
            row["SubjectId"] = Guid.NewGuid();
            row["LineKey"] = row["RuleId"] = "R-ASSESS-06";
            row["TriggerOn"] = today.AddDays(-14);
            row["DueOn"] = today;
            await InsertAsync(connection, transaction, row);
        }

        await transaction.CommitAsync();
    }

    private async Task InsertAsync(
        DbConnection connection,
        DbTransaction transaction,
        Dictionary<string, object> row
    )
    {
        // On the server the version of a row is a column of its own making.
        var columns = row.Keys.Where(c => c != "xmin").ToList();
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText =
            $"INSERT INTO \"Deadlines\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Count; i++)
        {
            var value = insert.CreateParameter();
            value.ParameterName = $"@p{i}";
            value.Value = Stored(row[columns[i]]);
            insert.Parameters.Add(value);
        }

        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>As the embedded database keeps it.</summary>
    private object Stored(object value) =>
        (provider, value) switch
        {
            (TestProvider.Sqlite, Guid id) => id.ToString().ToUpperInvariant(),
            (TestProvider.Sqlite, DateOnly day) => day.ToString(
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            ),
            _ => value,
        };

    private async Task AskAsync(Books books)
    {
        await using var connection = books.Open();
        await connection.OpenAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText = $"""
            INSERT INTO "JobRuns" ("Id", "JobKey", "ScheduledAt", "Origin", "Attempt", "LeaseUntil", "Considered", "Done", "Failed")
            VALUES (@id, '{Job}', @now, 'ByHand', 0, 0, 0, 0, 0)
            """;
        foreach (
            var (name, given) in new (string, object)[]
            {
                ("@id", Guid.NewGuid()),
                ("@now", DateTime.UtcNow),
            }
        )
        {
            var value = insert.CreateParameter();
            value.ParameterName = name;
            value.Value = Stored(given);
            insert.Parameters.Add(value);
        }

        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until a node has taken the run for the so-manieth time; false when it ended before.</summary>
    private static async Task<bool> BegunAsync(Books books, int attempt)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Environment.TickCount64 < until)
        {
            if (await CountAsync(books, Runs("\"EndedAt\" IS NOT NULL")) > 0)
                return false;
            if (await CountAsync(books, Runs($"\"Attempt\" >= {attempt}")) > 0)
                return true;
            await Task.Delay(10);
        }

        return false;
    }

    private static async Task<bool> EndedAsync(Books books)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Environment.TickCount64 < until)
        {
            if (
                await CountAsync(books, Runs("\"EndedAt\" IS NOT NULL AND \"Result\" = 'Done'")) > 0
            )
                return true;
            await Task.Delay(100);
        }

        return false;
    }

    private static string Runs(string where) =>
        $"SELECT count(*) FROM \"JobRuns\" WHERE \"JobKey\" = '{Job}' AND \"Origin\" = 'ByHand' AND {where}";

    /// <summary>Waits for the mail to go out.</summary>
    private static async Task<int> UnsentAsync(Books books)
    {
        var unsent = 0;
        for (var tries = 0; tries < 300; tries++)
        {
            unsent = await CountAsync(
                books,
                """SELECT count(*) FROM "Outbox" WHERE "Kind" = 'reminder.due' AND "State" NOT IN ('Sent', 'NotNeeded')"""
            );
            if (unsent == 0)
                break;
            await Task.Delay(100);
        }

        return unsent;
    }

    private static async Task<int> CountAsync(Books books, string question) =>
        int.Parse(await books.AskAsync(question), CultureInfo.InvariantCulture);
}
