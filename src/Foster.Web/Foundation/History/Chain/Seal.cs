using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.History;

/// <summary>A link of a council's chain: which row stands at which place, and the hash of everything up to it.</summary>
public sealed class Seal : ICouncilOwned, IAppendOnly
{
    public required Guid CouncilId { get; init; }
    public required ChainLog Log { get; init; }

    /// <summary>1, 2, 3 … without a gap.</summary>
    public required long Sequence { get; init; }
    public required Guid EntryId { get; init; }
    public required string RowDigest { get; init; }
    public required string Hash { get; init; }
    public required DateTime SealedAt { get; init; }

    /// <summary>The hash of a link: over the one before, its place and its row.</summary>
    public static string HashOf(
        string? before,
        Guid councilId,
        ChainLog log,
        long sequence,
        Guid entryId,
        string rowDigest
    ) =>
        new Facts("foster:seal:1")
            .Add(before)
            .Add(councilId)
            .Add(log.ToString())
            .Add(sequence)
            .Add(entryId)
            .Add(rowDigest)
            .Digest();
}

public sealed class SealMap : IEntityTypeConfiguration<Seal>
{
    public void Configure(EntityTypeBuilder<Seal> b)
    {
        b.ToTable("Seals");
        b.HasKey(s => new
        {
            s.CouncilId,
            s.Log,
            s.Sequence,
        });
        b.HasIndex(s => s.EntryId).IsUnique();
        b.Property(s => s.Log).HasMaxLength(10);
        b.Property(s => s.RowDigest).HasMaxLength(64);
        b.Property(s => s.Hash).HasMaxLength(64);
        b.Mark(
            Privacy.None,
            s => s.Log,
            s => s.Sequence,
            s => s.RowDigest,
            s => s.Hash,
            s => s.SealedAt
        );
    }
}
