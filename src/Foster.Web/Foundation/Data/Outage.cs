using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Foster.Web.Foundation.Data;

/// <summary>The database cannot be reached or cannot write now, as opposed to refusing what it was told.</summary>
public static class Outage
{
    private const int SqlError = 1;
    private const int SqlConstraint = 19;

    /// <summary>Whether this, or what caused it, is an outage.</summary>
    public static bool Is(Exception e) =>
        e switch
        {
            TimeoutException => true,
            SqliteException sqlite => sqlite.SqliteErrorCode is not (SqlError or SqlConstraint),
            PostgresException refused => refused.IsTransient,
            DbException => true,
            { InnerException: { } inner } => Is(inner),
            _ => false,
        };
}
