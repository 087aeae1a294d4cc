using System.Data.Common;
using Foster.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Foster.Faults;

/// <summary>What the database holds, asked past the program.</summary>
internal sealed class Books(TestProvider provider, string connectionString)
{
    /// <summary>Compares what people were told with what is stored.</summary>
    public async Task AuditAsync(Drill drill, Crowd crowd, Node node)
    {
        var stored = await StoredAsync();
        var missing = crowd.Told.Where(t => !stored.Any(s => s == (t.Value, t.Key))).ToList();
        var twice = stored.GroupBy(s => s.Name).Where(g => g.Count() > 1).ToList();
        drill.Must(
            missing.Count == 0,
            $"{crowd.Told.Count} acknowledged, {missing.Count} of them not stored"
        );
        drill.Must(twice.Count == 0, $"{stored.Count} stored, {twice.Count} of them twice");
        drill.Must(
            crowd.EndedWell >= 0.98,
            $"{crowd.EndedWell:P1} of the journeys ended well{(crowd.Lost.Count > 0 ? ": " + crowd.Lost.First() : "")}"
        );
        drill.Must(
            crowd.Leaks.Count == 0,
            $"{crowd.Leaks.Count} error pages gave something away{(crowd.Leaks.Count > 0 ? ": " + crowd.Leaks.First() : "")}"
        );
        var (code, said) = await node.VerbAsync("verify-history");
        drill.Must(code == 0, $"the history is whole: {said}");
    }

    /// <summary>Reference and family name of every enquiry of a crowd.</summary>
    public async Task<List<(string Reference, string Name)>> StoredAsync()
    {
        await using var connection = Open();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT c."Reference", p."FamilyName" FROM "Enquiries" e
            JOIN "Cases" c ON c."Id" = e."CaseId"
            JOIN "Memberships" m ON m."HouseholdId" = c."HouseholdId"
            JOIN "People" p ON p."Id" = m."PersonId"
            WHERE p."FamilyName" LIKE 'Zq%'
            """;
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<(string, string)>();
        while (await reader.ReadAsync())
            found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }

    public async Task<string> AskAsync(string question)
    {
        await using var connection = Open();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        return Convert.ToString(await command.ExecuteScalarAsync()) ?? "";
    }

    public DbConnection Open() =>
        provider == TestProvider.Sqlite
            ? new SqliteConnection(connectionString)
            : new NpgsqlConnection(connectionString);
}
