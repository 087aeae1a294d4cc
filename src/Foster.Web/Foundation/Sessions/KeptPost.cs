using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Sessions;

/// <summary>What somebody sent after their session had run out, kept for them alone until they are back.</summary>
public sealed class KeptPost
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>The address it was sent to, with its query.</summary>
    public required string Path { get; init; }

    /// <summary>The fields, encrypted for this account.</summary>
    public required string Body { get; init; }
    public required DateTime KeptAt { get; init; }
}

public sealed class KeptPostMap : IEntityTypeConfiguration<KeptPost>
{
    public void Configure(EntityTypeBuilder<KeptPost> b)
    {
        b.ToTable("KeptPosts");
        b.HasIndex(p => new { p.AccountId, p.KeptAt });
        b.Long(4_000, p => p.Path).Long(3_000_000, p => p.Body);
        b.HasOne<Security.Account>()
            .WithMany()
            .HasForeignKey(p => p.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
        b.Mark(Privacy.None, p => p.Path, p => p.KeptAt).Mark(Privacy.Confidential, p => p.Body);
    }
}
