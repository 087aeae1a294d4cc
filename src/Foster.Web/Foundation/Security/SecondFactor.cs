using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Security;

/// <summary>The authenticator app of an account. Its secret is encrypted for that account.</summary>
public sealed class Authenticator
{
    public required Guid AccountId { get; init; }
    public required string Secret { get; set; }
    public required DateTime AddedAt { get; set; }

    /// <summary>The last step whose code was taken: no code counts twice, nor an older one.</summary>
    public required long LastStep { get; set; }
}

/// <summary>One of ten codes for the day on which the phone is lost. Only its hash is kept, and it counts once.</summary>
public sealed class RecoveryCode
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Hash { get; init; }
    public required DateTime MadeAt { get; init; }
    public DateTime? UsedAt { get; set; }
}

/// <summary>A device on which the account has been signed in to before.</summary>
public sealed class KnownDevice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string KeyHash { get; init; }
    public required DateTime LastUsedAt { get; set; }
}

/// <summary>Somebody on the way in, or setting up a passkey: what the next step has to know. Lives ten minutes.</summary>
public sealed class Passage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string KeyHash { get; init; }

    /// <summary>Whose password was right; null for somebody who begins with a passkey.</summary>
    public Guid? AccountId { get; set; }
    public string? ReturnUrl { get; set; }

    /// <summary>The challenge of a passkey, encrypted; used once.</summary>
    public string? Challenge { get; set; }
    public required DateTime ExpiresAt { get; set; }
}

/// <summary>How often something was tried lately, under a key that names nobody.</summary>
public sealed class TryCount
{
    public required string Key { get; init; }
    public required int Count { get; set; }

    /// <summary>Seconds since 1970 at which the count begins anew.</summary>
    public required long EndsAt { get; set; }
}

public sealed class SecondFactorMap
    : IEntityTypeConfiguration<Authenticator>,
        IEntityTypeConfiguration<RecoveryCode>,
        IEntityTypeConfiguration<KnownDevice>,
        IEntityTypeConfiguration<Passage>,
        IEntityTypeConfiguration<TryCount>
{
    public void Configure(EntityTypeBuilder<Authenticator> b)
    {
        b.ToTable("Authenticators");
        b.HasKey(a => a.AccountId);
        b.Long(500, a => a.Secret)
            .Mark(Privacy.Confidential, a => a.Secret)
            .Mark(Privacy.None, a => a.AddedAt, a => a.LastStep);
        OfAccount(b, a => a.AccountId);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> b)
    {
        b.ToTable("RecoveryCodes");
        b.HasIndex(c => new { c.AccountId, c.Hash }).IsUnique();
        b.Property(c => c.Hash).HasMaxLength(64);
        b.Mark(Privacy.None, c => c.Hash, c => c.MadeAt, c => c.UsedAt);
        OfAccount(b, c => c.AccountId);
    }

    public void Configure(EntityTypeBuilder<KnownDevice> b)
    {
        b.ToTable("KnownDevices");
        b.HasIndex(d => new { d.AccountId, d.KeyHash }).IsUnique();
        b.Property(d => d.KeyHash).HasMaxLength(64);
        b.Mark(Privacy.None, d => d.KeyHash, d => d.LastUsedAt);
        OfAccount(b, d => d.AccountId);
    }

    public void Configure(EntityTypeBuilder<Passage> b)
    {
        b.ToTable("Passages");
        b.HasIndex(p => p.KeyHash).IsUnique();
        b.HasIndex(p => p.ExpiresAt);
        b.Property(p => p.KeyHash).HasMaxLength(64);
        b.Long(4_000, p => p.Challenge, p => p.ReturnUrl)
            .Mark(
                Privacy.None,
                p => p.KeyHash,
                p => p.ReturnUrl,
                p => p.Challenge,
                p => p.ExpiresAt
            );
    }

    public void Configure(EntityTypeBuilder<TryCount> b)
    {
        b.ToTable("TryCounts");
        b.HasKey(t => t.Key);
        b.HasIndex(t => t.EndsAt);
        b.Property(t => t.Key).HasMaxLength(64);
        b.Mark(Privacy.None, t => t.Key, t => t.Count, t => t.EndsAt);
    }

    private static void OfAccount<T>(
        EntityTypeBuilder<T> b,
        System.Linq.Expressions.Expression<Func<T, object?>> key
    )
        where T : class =>
        b.HasOne<Account>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Cascade);
}
