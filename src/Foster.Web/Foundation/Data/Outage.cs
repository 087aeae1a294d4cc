using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Foster.Web.Foundation.Data;

/// <summary>The database cannot be reached or cannot write now, as opposed to refusing what it was told.</summary>
public static class Outage
{
    private const int SqlError = 1;
    private const int SqlConstraint = 19;

    /// <summary>57P01 to 57P05: the server ends, starts or closes the connection.</summary>
    private const string ServerSteps = "57P";

    /// <summary>Whether this, or what caused it, is an outage.</summary>
    public static bool Is(Exception e) =>
        e switch
        {
            TimeoutException => true,
            SqliteException sqlite => sqlite.SqliteErrorCode is not (SqlError or SqlConstraint),
            PostgresException refused => refused.IsTransient
                || refused.SqlState.StartsWith(ServerSteps, StringComparison.Ordinal),
            DbException => true,
            { InnerException: { } inner } => Is(inner),
            _ => false,
        };
}
