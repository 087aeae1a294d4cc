using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Foster.Web.Foundation.Data;

/// <summary>What the role of the web nodes may do on PostgreSQL. Run by the owner of the tables, again after each migration.</summary>
public static class Rights
{
    private const string Migrations = "__EFMigrationsHistory";

    public static async Task GrantAsync(
        FosterDb db,
        DatabaseOptions options,
        string webConnection,
        CancellationToken ct
    )
    {
        var role =
            options.WebRole.Length > 0
                ? options.WebRole
                : new NpgsqlConnectionStringBuilder(webConnection).Username ?? "";
        if (role == new NpgsqlConnectionStringBuilder(options.OwnerConnection).Username)
            throw new InvalidOperationException(
                "Database:OwnerConnection and the web nodes use the same role. The web role must be another, or it could alter the history."
            );
        var web = Quote(role);
        var logs = string.Join(", ", ChainTable.AppendOnly.Select(Quote));
        var certificates = string.Join(", ", Quote("Erasures"), Quote(ErasureBody.Table));
        // Names of tables come from the model, that of the role from the settings, quoted.
#pragma warning disable EF1002
        await db.Database.ExecuteSqlRawAsync(
            $"""
            GRANT USAGE ON SCHEMA public TO {web};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {web};
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {web};
            REVOKE UPDATE, DELETE, TRUNCATE, TRIGGER ON {logs} FROM {web};
            REVOKE INSERT ON {certificates} FROM {web};
            REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {Quote(Migrations)} FROM {web};
            """,
            ct
        );
#pragma warning restore EF1002
    }

    private static string Quote(string name) =>
        "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
