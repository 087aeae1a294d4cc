using Foster.Web.Foundation.Actors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Foster.Web.Foundation.Data;

/// <summary>The context on the embedded database.</summary>
public sealed class SqliteFosterDb(
    DbContextOptions<SqliteFosterDb> options,
    CouncilScope scope,
    WriteGate gate
) : FosterDb(options, scope, gate)
{
    protected override void RowVersion(ModelBuilder builder, IMutableEntityType type) =>
        builder
            .Entity(type.ClrType)
            .Property<uint>(nameof(IVersioned.Version))
            .IsConcurrencyToken();

    protected override void NextVersion(EntityEntry entry)
    {
        var version = entry.Property(nameof(IVersioned.Version));
        version.CurrentValue = (uint)(version.OriginalValue ?? 0u) + 1;
    }
}

/// <summary>The context on PostgreSQL.</summary>
public sealed class PostgresFosterDb(
    DbContextOptions<PostgresFosterDb> options,
    CouncilScope scope,
    WriteGate gate
) : FosterDb(options, scope, gate)
{
    protected override void RowVersion(ModelBuilder builder, IMutableEntityType type) =>
        builder.Entity(type.ClrType).Property<uint>(nameof(IVersioned.Version)).IsRowVersion();

    public override Task AloneAsync(string word, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({word}, 0))", ct);
}
