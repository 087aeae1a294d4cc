using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Records;

public sealed class RecordsMap
    : IEntityTypeConfiguration<RetentionItem>,
        IEntityTypeConfiguration<RecordHold>,
        IEntityTypeConfiguration<CaseCount>
{
    public void Configure(EntityTypeBuilder<RetentionItem> b)
    {
        b.ToTable("RetentionItems");
        b.HasIndex(i => new
            {
                i.CaseId,
                i.What,
                i.SubjectId,
            })
            .IsUnique();
        b.HasIndex(i => new
        {
            i.CouncilId,
            i.State,
            i.DueOn,
            i.Id,
        });
        b.Property(i => i.Reference).HasMaxLength(20);
        b.Long(8_000, i => i.Explanation, i => i.Counts);
        b.Mark(
                Privacy.None,
                i => i.Reference,
                i => i.What,
                i => i.State,
                i => i.LineKey,
                i => i.RuleId,
                i => i.Number
            )
            .Mark(
                Privacy.None,
                i => i.RuleSetVersion,
                i => i.TriggerOn,
                i => i.KeptTo,
                i => i.DueOn,
                i => i.Explanation
            )
            .Mark(
                Privacy.None,
                i => i.ProposedOn,
                i => i.ConfirmedAt,
                i => i.ErasedAt,
                i => i.Counts,
                i => i.Version
            )
            .Mark(Privacy.Personal, i => i.ConfirmedBy);
    }

    public void Configure(EntityTypeBuilder<RecordHold> b)
    {
        b.ToTable("RecordHolds");
        b.HasIndex(h => new { h.CaseId, h.LiftedOn });
        b.Ignore(h => h.Stands);
        b.Long(4_000, h => h.Reason, h => h.LiftReason);
        b.Mark(Privacy.None, h => h.PlacedOn, h => h.ReviewOn, h => h.LiftedOn, h => h.Version)
            .Mark(Privacy.Personal, h => h.PlacedBy, h => h.LiftedBy)
            .Mark(Privacy.Confidential, h => h.Reason, h => h.LiftReason);
    }

    public void Configure(EntityTypeBuilder<CaseCount> b)
    {
        b.ToTable("CaseCounts");
        b.HasKey(c => new
        {
            c.CouncilId,
            c.Month,
            c.Source,
            c.Stages,
            c.FirstTouch,
            c.LastTouch,
        });
        b.Mark(Privacy.None, c => c.Month, c => c.Source, c => c.Stages, c => c.Cases)
            .Mark(Privacy.None, c => c.FirstTouch, c => c.LastTouch);
    }
}
