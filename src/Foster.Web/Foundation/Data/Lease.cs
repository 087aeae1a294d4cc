using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Data;

/// <summary>Which of several nodes does a piece of work now, and until when by the database's clock.</summary>
public sealed class Lease
{
    public required string Name { get; init; }
    public required string Holder { get; init; }

    /// <summary>Milliseconds since 1970.</summary>
    public required long Until { get; init; }
}

public sealed class LeaseMap : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> b)
    {
        b.ToTable("Leases");
        b.HasKey(l => l.Name);
        b.Mark(Privacy.None, l => l.Name, l => l.Holder, l => l.Until);
    }
}

/// <summary>Takes and keeps leases. The clock is the database's, so that nodes whose clocks differ agree.</summary>
public sealed class Leases(FosterDb db)
{
    /// <summary>The database's own clock in its own words: milliseconds since 1970.</summary>
    public static string NowOf(FosterDb db) =>
        db.Database.IsSqlite()
            ? "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
            : "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";

    /// <summary>
    /// True when <paramref name="holder"/> has the lease from now on. Inside a transaction the row stays locked until its
    /// end, so that what is written under the lease is written by its holder alone.
    /// </summary>
    public async Task<bool> TakeAsync(
        string name,
        string holder,
        TimeSpan life,
        CancellationToken ct
    )
    {
        var now = NowOf(db);
        // Only the clock's words differ between the databases; the values are parameters.
#pragma warning disable EF1002
        return await db.Database.ExecuteSqlRawAsync(
                $$"""
                INSERT INTO "Leases" ("Name", "Holder", "Until") VALUES ({0}, {1}, {{now}} + {2})
                ON CONFLICT ("Name") DO UPDATE SET "Holder" = excluded."Holder", "Until" = excluded."Until"
                WHERE "Leases"."Holder" = excluded."Holder" OR "Leases"."Until" < {{now}}
                """,
                [name, holder, (long)life.TotalMilliseconds],
                ct
            ) == 1;
#pragma warning restore EF1002
    }
}
