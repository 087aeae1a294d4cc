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

    /// <summary>Ids and instants are no order of commits here; the number of the writing transaction tells who may still come.</summary>
    protected override void Committed(ModelBuilder builder, IMutableEntityType type)
    {
        var entity = builder.Entity(type.ClrType);
        // Nobody here reads it, so it is neither sent nor asked back.
        entity
            .Property<long>("WrittenIn")
            .HasDefaultValueSql("pg_current_xact_id()::text::bigint")
            .ValueGeneratedNever()
            .HasAnnotation(MapWords.PrivacyAnnotation, nameof(Privacy.None))
            .Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        entity.HasIndex("WrittenIn");
    }

    public override Task AloneAsync(string word, CancellationToken ct) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({word}, 0))", ct);
}
