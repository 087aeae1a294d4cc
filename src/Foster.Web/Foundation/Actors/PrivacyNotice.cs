using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Actors;

/// <summary>A version of a council's privacy notice. It is never changed: what people read stays what they read.</summary>
public sealed class PrivacyNotice
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required string Number { get; init; }
    public required string Text { get; init; }
    public required DateOnly ValidFrom { get; init; }
    public required DateTime AddedAt { get; init; }
    public required string AddedBy { get; init; }
}

public sealed class PrivacyNoticeMap : IEntityTypeConfiguration<PrivacyNotice>
{
    public void Configure(EntityTypeBuilder<PrivacyNotice> b)
    {
        b.ToTable("PrivacyNotices");
        b.HasIndex(n => new { n.CouncilId, n.Number }).IsUnique();
        b.Property(n => n.Number).HasMaxLength(20);
        b.Long(20_000, n => n.Text);
        b.Mark(Privacy.None, n => n.Number, n => n.Text, n => n.ValidFrom, n => n.AddedAt)
            .Mark(Privacy.Personal, n => n.AddedBy);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(n => n.CouncilId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
