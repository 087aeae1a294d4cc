using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.History;

/// <summary>
/// The certificate that the words of a row were erased because they were no longer to be kept (R-DP-11). It is chained
/// itself; words that are gone without one were taken away by somebody.
/// </summary>
public sealed class Erasure : IChained
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required ChainLog Log { get; init; }

    /// <summary>The row whose words were erased.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>What the chain says of the words that were there.</summary>
    public required string ErasedDigest { get; init; }
    public required string RuleId { get; init; }
    public required DateTime ErasedAt { get; init; }
    public Guid? ErasedById { get; init; }
    public required string ErasedBy { get; init; }
    public string? ContentDigest { get; init; }
    public string Digest { get; private set; } = "";

    /// <summary>Why, encrypted: only whoever has the key can make a certificate.</summary>
    public required ErasureBody? Body { get; init; }

    public Erasure Signed()
    {
        Digest = Facts.Of("foster:erasure:1", this);
        return this;
    }

    public void Tell(Facts facts) =>
        facts
            .Add(Id)
            .Add(CouncilId)
            .Add(Log.ToString())
            .Add(EntryId)
            .Add(ErasedDigest)
            .Add(RuleId)
            .Add(ErasedAt)
            .Add(ErasedById)
            .Add(ErasedBy)
            .Add(ContentDigest);
}

public sealed class ErasureBody : IChainedBody
{
    public const string Table = "ErasureBodies";

    public required Guid EntryId { get; init; }
    public required byte[] Content { get; init; }
}

public sealed class ErasureMap
    : IEntityTypeConfiguration<Erasure>,
        IEntityTypeConfiguration<ErasureBody>
{
    public void Configure(EntityTypeBuilder<Erasure> b)
    {
        b.ToTable("Erasures");
        b.HasIndex(e => e.EntryId);
        b.Property(e => e.Log).HasMaxLength(10);
        b.Property(e => e.Digest).HasMaxLength(64);
        b.Property(e => e.ContentDigest).HasMaxLength(64);
        b.Property(e => e.ErasedDigest).HasMaxLength(64);
        b.Mark(
                Privacy.None,
                e => e.Log,
                e => e.ErasedDigest,
                e => e.RuleId,
                e => e.ErasedAt,
                e => e.ContentDigest,
                e => e.Digest
            )
            .Mark(Privacy.Personal, e => e.ErasedBy);
        b.HasOne(e => e.Body)
            .WithOne()
            .HasForeignKey<ErasureBody>(e => e.EntryId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ErasureBody> b)
    {
        b.ToTable(ErasureBody.Table);
        b.HasKey(e => e.EntryId);
        b.Mark(Privacy.Confidential, e => e.Content).Sealed(e => e.Content);
    }
}
