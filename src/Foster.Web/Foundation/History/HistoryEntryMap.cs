using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.History;

public sealed class HistoryEntryMap : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> b)
    {
        b.ToTable("History");
        b.HasIndex(h => new { h.CaseId, h.RecordedAt });
        b.Property(h => h.Digest).HasMaxLength(64);
        b.Long(4_000, h => h.Reason)
            .Long(100_000, h => h.Payload)
            .Long(400, h => h.Title, h => h.PublicTitle);
        b.Mark(
                Privacy.None,
                h => h.Kind,
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
                h => h.Digest
            )
            .Mark(Privacy.Personal, h => h.ActorName, h => h.OnBehalfOf)
            .Mark(
                Privacy.Confidential,
                h => h.Title,
                h => h.PublicTitle,
                h => h.Reason,
                h => h.Payload
            );
    }
}
