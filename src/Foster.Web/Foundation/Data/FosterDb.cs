using System.Reflection;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Foster.Web.Foundation.Data;

/// <summary>The one database context. It sees the councils and cases of its scope and nothing else.</summary>
public abstract class FosterDb(DbContextOptions options, CouncilScope scope, WriteGate gate)
    : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>The name of the filter that keeps councils apart.</summary>
    public const string CouncilFilter = "Council";

    /// <summary>The name of the filter that keeps restricted and unallocated cases out of sight.</summary>
    public const string CaseFilter = "Case";

    private bool heldBack;

    /// <summary>The values of encrypted columns as they were read or saved last, to seal no more than what changes.</summary>
    internal Dictionary<object, object?[]> ClearValues { get; } =
        new(ReferenceEqualityComparer.Instance);

    /// <summary>With whose keys columns are encrypted.</summary>
    internal Vault Vault => field ??= this.GetService<Vault>();

    public CouncilScope Scope { get; } = scope;

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        base.ConfigureConventions(builder);
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(60);
        builder.Properties<DateTime>().HaveConversion<UtcInstant>();
        builder.Properties<string>().HaveMaxLength(200);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(FosterDb).Assembly);
        var root = builder
            .Model.GetEntityTypes()
            .Single(t => typeof(ICaseRoot).IsAssignableFrom(t.ClrType))
            .ClrType;
        builder.Entity(root).HasAlternateKey(nameof(ICouncilOwned.CouncilId), nameof(ICaseRoot.Id));
        foreach (var type in builder.Model.GetEntityTypes().ToList())
        {
            if (typeof(ICaseOwned).IsAssignableFrom(type.ClrType))
                Keep(builder, nameof(OfCase), type.ClrType, root);
            else if (type.ClrType == root)
                Keep(builder, nameof(Root), type.ClrType, root);
            else if (typeof(ICouncilOwned).IsAssignableFrom(type.ClrType))
                Keep(builder, nameof(OfCouncil), type.ClrType, root);
            if (typeof(IVersioned).IsAssignableFrom(type.ClrType))
                RowVersion(builder, type);
            if (typeof(History.IChained).IsAssignableFrom(type.ClrType))
                Committed(builder, type);
        }
        EncryptedModel.Declare(builder);
    }

    /// <summary>How this provider notices that somebody else has changed the row.</summary>
    protected abstract void RowVersion(ModelBuilder builder, IMutableEntityType type);

    /// <summary>How this provider tells in which order rows of the logs were committed.</summary>
    protected virtual void Committed(ModelBuilder builder, IMutableEntityType type) { }

    private void Keep(ModelBuilder builder, string how, Type type, Type root) =>
        typeof(FosterDb)
            .GetMethod(how, BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(type)
            .Invoke(this, [builder, root]);

    private void OfCase<T>(ModelBuilder builder, Type root)
        where T : class, ICaseOwned
    {
        var entity = builder.Entity<T>();
        entity.HasQueryFilter(CouncilFilter, e => Scope.Councils.Contains(e.CouncilId));
        entity.HasQueryFilter(
            CaseFilter,
            e =>
                (Scope.AllCases || Scope.OnlyCases.Contains(e.CaseId))
                && !Scope.HiddenCases.Contains(e.CaseId)
        );
        entity
            .HasOne(root, null)
            .WithMany()
            .HasForeignKey(nameof(ICouncilOwned.CouncilId), nameof(ICaseOwned.CaseId))
            .HasPrincipalKey(nameof(ICouncilOwned.CouncilId), nameof(ICaseRoot.Id))
            .OnDelete(DeleteBehavior.Restrict);
    }

    private void Root<T>(ModelBuilder builder, Type root)
        where T : class, ICaseRoot
    {
        var entity = builder.Entity<T>();
        entity.HasQueryFilter(CouncilFilter, e => Scope.Councils.Contains(e.CouncilId));
        entity.HasQueryFilter(
            CaseFilter,
            e =>
                e.ErasedOn == null
                && (Scope.AllCases || Scope.OnlyCases.Contains(e.Id))
                && !Scope.HiddenCases.Contains(e.Id)
        );
    }

    private void OfCouncil<T>(ModelBuilder builder, Type root)
        where T : class, ICouncilOwned =>
        builder
            .Entity<T>()
            .HasQueryFilter(CouncilFilter, e => Scope.Councils.Contains(e.CouncilId));

    /// <summary>Opens a transaction that holds the write gate; several saves then stand or fall together.</summary>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken ct)
    {
        var pass = await gate.EnterAsync(ct);
        try
        {
            return new WriteTransaction(await Database.BeginTransactionAsync(ct), pass);
        }
        catch
        {
            pass.Dispose();
            throw;
        }
    }

    /// <summary>Until the transaction ends, nobody else gets past this with the same word.</summary>
    public virtual Task AloneAsync(string word, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Runs a statement that bypasses the change tracker behind the write gate, or in the transaction that is open.</summary>
    public async Task<T> WriteNowAsync<T>(Func<Task<T>> write, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
            return await write();
        using var pass = await gate.EnterAsync(ct);
        return await write();
    }

    /// <summary>Runs several writes in one transaction, or in the one that is open.</summary>
    public async Task<T> WriteTogetherAsync<T>(Func<Task<T>> writes, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
            return await writes();
        await using var transaction = await BeginWriteAsync(ct);
        var result = await writes();
        await transaction.CommitAsync(ct);
        return result;
    }

    /// <summary>
    /// Until it is disposed, acts lay their rows aside instead of saving them, and whoever asked for it saves them all in
    /// one go. Only for acts that read nothing back of what they have just saved.
    /// </summary>
    internal IDisposable HoldBack()
    {
        heldBack = true;
        return new Held(this);
    }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken ct = default
    )
    {
        if (heldBack)
            return 0;
        Guard();
        // The guard has just looked for changes; once is enough.
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            if (Database.CurrentTransaction is not null)
                return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
            using var pass = await gate.EnterAsync(ct);
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException(
            "Save with SaveChangesAsync: the write gate is awaited."
        );

    private void Guard()
    {
        foreach (var entry in ChangeTracker.Entries().ToList())
        {
            if (
                entry.State is not (EntityState.Deleted or EntityState.Detached)
                && EncryptedType.Of(entry.Metadata) is { } encrypted
            )
                encrypted.Seal(this, entry);
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            if (entry.Entity is ICouncilOwned owned && !Scope.Sees(owned.CouncilId))
                throw new InvalidOperationException(
                    $"{entry.Metadata.ClrType.Name}: outside the council scope."
                );
            if (
                entry is { Entity: IAppendOnly, State: EntityState.Modified or EntityState.Deleted }
            )
                throw new InvalidOperationException(
                    $"{entry.Metadata.ClrType.Name} is append-only."
                );
            if (entry is { Entity: IVersioned, State: EntityState.Added or EntityState.Modified })
                NextVersion(entry);
        }
    }

    /// <summary>Counts the version up where the provider does not do it.</summary>
    protected virtual void NextVersion(
        Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry
    ) { }

    private sealed class Held(FosterDb db) : IDisposable
    {
        public void Dispose() => db.heldBack = false;
    }

    private sealed class UtcInstant()
        : ValueConverter<DateTime, DateTime>(
            v => v.Kind == DateTimeKind.Utc ? v : Refuse(v),
            v => DateTime.SpecifyKind(v, DateTimeKind.Utc)
        )
    {
        private static DateTime Refuse(DateTime value) =>
            throw new InvalidOperationException(
                $"Instants are stored in UTC; this one is {value.Kind}."
            );
    }
}
