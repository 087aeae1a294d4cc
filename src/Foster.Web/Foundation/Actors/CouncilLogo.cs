using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Actors;

/// <summary>A council's picture. A new one has a new id, so that browsers may keep each for ever.</summary>
public sealed class CouncilLogo
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>image/png or image/jpeg, as found in the content.</summary>
    public required string Type { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
    public required byte[] Content { get; init; }
}

public sealed class CouncilLogoMap : IEntityTypeConfiguration<CouncilLogo>
{
    public void Configure(EntityTypeBuilder<CouncilLogo> b)
    {
        b.ToTable("CouncilLogos");
        b.Property(l => l.Type).HasMaxLength(20);
        b.Mark(Privacy.None, l => l.Type, l => l.Width, l => l.Height, l => l.Content);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(l => l.CouncilId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
