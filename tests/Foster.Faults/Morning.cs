using System.Data.Common;
using System.Globalization;
using Foster.TestKit;

namespace Foster.Faults;

/// <summary>A morning's run over clocks that are all due: made, asked for, watched and counted past the program.</summary>
internal sealed class Morning(TestProvider provider, Books books)
{
    private const int AtOnce = 12;
    private const string Job = "reminders.morning";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Settings with which a node sends to a sink and looks often.</summary>
    public static string[] Settings(SmtpSink mail) =>
        [
            $"Mail:Host={mail.Host}",
            $"Mail:Port={mail.Port}",
            "Mail:StartTls=false",
            "Mail:PollSeconds=1",
            "Mail:TimeoutSeconds=3",
            "Jobs:LookSeconds=1",
            "Jobs:LeaseSeconds=3",
        ];

    /// <summary>Every clock was told once to each, and every message is out or waits for a person.</summary>
    /// <param name="unknown">So many times a node ended while it may have been sending.</param>
    public async Task AuditAsync(Drill drill, SmtpSink mail, int clocks, int unknown)
    {
        var steps = await CountAsync(
            """SELECT count(*) FROM "Reminders" WHERE "Step" = 'due' AND "As" = 'TeamManager' AND "RuleId" = 'REM-05'"""
        );
        drill.Must(steps >= clocks, $"{steps} reminders of {clocks} clocks are in the ledger");
        var twice = await CountAsync(
            """
            SELECT count(*) FROM (SELECT 1 AS "One" FROM "Reminders"
            GROUP BY "DeadlineId", "RuleId", "DueOn", "Step", "RecipientId" HAVING count(*) > 1) AS t
            """
        );
        drill.Must(twice == 0, $"{twice} of them twice");
        var left = await CountAsync(
            """SELECT count(*) FROM "Reminders" WHERE "State" = 'Planned'"""
        );
        drill.Must(left == 0, $"{left} of them without a message");
        var unsent = await UnsentAsync();
        // Several connections may be at work when a node ends.
        drill.Must(
            unsent <= unknown * AtOnce,
            $"{unsent} messages wait for a person, since nobody knows whether they went out"
        );
        var copies = mail.Messages.GroupBy(m => m.MessageId).Sum(g => g.Count() - 1);
        drill.Must(
            copies <= unknown * AtOnce,
            $"{copies} copies arrived of {mail.Messages.Count} messages, each with the same Message-ID"
        );
    }

    /// <summary>Clocks of one case that are all due today, as copies of one that runs.</summary>
    public async Task FillAsync(int clocks)
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
        for (var n = 0; n < clocks; n++)
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

    public async Task AskAsync()
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
    public async Task<bool> BegunAsync(int attempt)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Environment.TickCount64 < until)
        {
            if (await CountAsync(Runs("\"EndedAt\" IS NOT NULL")) > 0)
                return false;
            if (await CountAsync(Runs($"\"Attempt\" >= {attempt}")) > 0)
                return true;
            await Task.Delay(10);
        }

        return false;
    }

    public async Task<bool> EndedAsync()
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (Environment.TickCount64 < until)
        {
            if (await CountAsync(Runs("\"EndedAt\" IS NOT NULL AND \"Result\" = 'Done'")) > 0)
                return true;
            await Task.Delay(100);
        }

        return false;
    }

    public static string Runs(string where, string what = "count(*)") =>
        $"SELECT {what} FROM \"JobRuns\" WHERE \"JobKey\" = '{Job}' AND \"Origin\" = 'ByHand' AND {where}";

    /// <summary>Waits for the mail to go out.</summary>
    private async Task<int> UnsentAsync()
    {
        var unsent = 0;
        for (var tries = 0; tries < 300; tries++)
        {
            unsent = await CountAsync(
                """SELECT count(*) FROM "Outbox" WHERE "Kind" = 'reminder.due' AND "State" NOT IN ('Sent', 'NotNeeded')"""
            );
            if (unsent == 0)
                break;
            await Task.Delay(100);
        }

        return unsent;
    }

    public async Task<int> CountAsync(string question) =>
        int.Parse(await books.AskAsync(question), CultureInfo.InvariantCulture);
}
