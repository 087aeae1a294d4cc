using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.History;

public sealed class HistoryEntryMap
    : IEntityTypeConfiguration<HistoryEntry>,
        IEntityTypeConfiguration<HistoryBody>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> b)
    {
        b.ToTable("History");
        b.HasIndex(h => new { h.CaseId, h.RecordedAt });
        b.HasIndex(h => new
        {
            h.CouncilId,
            h.RecordedAt,
            h.Id,
        });
        b.Property(h => h.Digest).HasMaxLength(64);
        b.Property(h => h.ContentDigest).HasMaxLength(64);
        b.Property(h => h.FromAddress).HasMaxLength(45);
        b.Mark(
                Privacy.None,
                h => h.Kind,
                h => h.IsTold,
                h => h.Audience,
                h => h.OccurredOn,
                h => h.RecordedAt,
                h => h.ActorRole
            )
            .Mark(Privacy.None, h => h.FromState, h => h.ToState, h => h.ReasonCode, h => h.RuleIds)
            .Mark(
                Privacy.None,
                h => h.PayloadVersion,
                h => h.RuleSetVersion,
                h => h.CalendarVersion,
                h => h.ContentDigest,
                h => h.Digest
            )
            .Mark(Privacy.Personal, h => h.ActorName, h => h.FromAddress);
        b.HasOne(h => h.Body)
            .WithOne()
            .HasForeignKey<HistoryBody>(h => h.EntryId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HistoryBody> b)
    {
        b.ToTable(HistoryBody.Table);
        b.HasKey(h => h.EntryId);
        b.Mark(Privacy.Confidential, h => h.Content).Sealed(h => h.Content);
    }
}
