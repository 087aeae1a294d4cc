using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.History;

public sealed class AccessEntryMap
    : IEntityTypeConfiguration<AccessEntry>,
        IEntityTypeConfiguration<AccessBody>
{
    public void Configure(EntityTypeBuilder<AccessEntry> b)
    {
        b.ToTable("AccessLog");
        b.HasIndex(a => new
        {
            a.CouncilId,
            a.RecordedAt,
            a.Id,
        });
        b.HasIndex(a => new { a.CaseId, a.RecordedAt });
        b.Property(a => a.Digest).HasMaxLength(64);
        b.Property(a => a.ContentDigest).HasMaxLength(64);
        b.Property(a => a.FromAddress).HasMaxLength(45);
        b.Mark(
                Privacy.None,
                a => a.Act,
                a => a.Kinds,
                a => a.Page,
                a => a.Rows,
                a => a.RecordedAt,
                a => a.ActorRole
            )
            .Mark(Privacy.None, a => a.ContentDigest, a => a.Digest)
            .Mark(Privacy.Personal, a => a.ActorName, a => a.FromAddress);
        b.HasOne(a => a.Body)
            .WithOne()
            .HasForeignKey<AccessBody>(a => a.EntryId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AccessBody> b)
    {
        b.ToTable(AccessBody.Table);
        b.HasKey(a => a.EntryId);
        b.Mark(Privacy.Confidential, a => a.Content).Sealed(a => a.Content);
    }
}
