using System.Linq.Expressions;
using System.Text.Json;
using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Approvals;

public sealed class OutcomeMap
    : IEntityTypeConfiguration<Recommendation>,
        IEntityTypeConfiguration<Minutes>,
        IEntityTypeConfiguration<MinutesCorrection>,
        IEntityTypeConfiguration<Decision>,
        IEntityTypeConfiguration<OutcomeNotice>
{
    public void Configure(EntityTypeBuilder<Recommendation> b)
    {
        b.ToTable("Recommendations");
        b.HasIndex(r => r.ItemId);
        b.HasIndex(r => r.CaseId);
        b.HasIndex(r => r.CorrectsId).IsUnique();
        b.Long(20_000, r => r.Reasons)
            .Long(4_000, r => r.Actions, r => r.CorrectionReason)
            .Long(2_000, r => r.Dissent);
        b.Mark(
                Privacy.None,
                r => r.Outcome,
                r => r.On,
                r => r.DeferCode,
                r => r.TargetOn,
                r => r.MembersCounted,
                r => r.RecordedAt
            )
            .Mark(Privacy.Personal, r => r.RecordedBy)
            .Mark(
                Privacy.Confidential,
                r => r.Reasons,
                r => r.Dissent,
                r => r.Actions,
                r => r.CorrectionReason
            );
        Terms(b, r => r.Terms);
        OfItem(b, r => new { r.CouncilId, r.ItemId });
    }

    public void Configure(EntityTypeBuilder<Minutes> b)
    {
        b.ToTable("PanelMinutes");
        b.HasIndex(m => m.ItemId).IsUnique();
        b.Long(40_000, m => m.Proceedings).Long(20_000, m => m.Reasons);
        b.Mark(Privacy.None, m => m.FinalOn, m => m.SignedOn, m => m.Version)
            .Mark(Privacy.Personal, m => m.WrittenBy, m => m.SignedBy)
            .Mark(Privacy.Confidential, m => m.Proceedings, m => m.Reasons);
        OfItem(b, m => new { m.CouncilId, m.ItemId });
    }

    public void Configure(EntityTypeBuilder<MinutesCorrection> b)
    {
        b.ToTable("MinutesCorrections");
        b.HasIndex(m => m.ItemId);
        b.Long(20_000, m => m.Text).Long(4_000, m => m.Reason);
        b.Mark(Privacy.None, m => m.RecordedAt)
            .Mark(Privacy.Personal, m => m.RecordedBy)
            .Mark(Privacy.Confidential, m => m.Text, m => m.Reason);
        OfItem(b, m => new { m.CouncilId, m.ItemId });
    }

    public void Configure(EntityTypeBuilder<Decision> b)
    {
        b.ToTable("Decisions");
        b.HasAlternateKey(d => new { d.CouncilId, d.Id });
        b.HasIndex(d => d.CaseId);
        b.HasIndex(d => new
        {
            d.CouncilId,
            d.DecidedOn,
            d.Id,
        });
        b.Long(20_000, d => d.Reasons).Long(20_000, d => d.Evidence);
        b.Mark(
                Privacy.None,
                d => d.Outcome,
                d => d.Read,
                d => d.EndedElsewhereOn,
                d => d.ReturnCode,
                d => d.ReturnedToPanel,
                d => d.DecidedOn,
                d => d.RecordedAt
            )
            .Mark(Privacy.Personal, d => d.DecidedBy)
            .Mark(Privacy.Confidential, d => d.Reasons, d => d.Evidence);
        Terms(b, d => d.Terms);
        OfItem(b, d => new { d.CouncilId, d.ItemId });
    }

    public void Configure(EntityTypeBuilder<OutcomeNotice> b)
    {
        b.ToTable("OutcomeNotices");
        b.HasIndex(n => n.DecisionId).IsUnique();
        b.HasIndex(n => new
        {
            n.CouncilId,
            n.DecidedOn,
            n.Id,
        });
        b.Mark(Privacy.None, n => n.DecidedOn, n => n.OralOn, n => n.WrittenOn, n => n.Version)
            .Mark(Privacy.Personal, n => n.OralBy, n => n.WrittenBy);
        b.HasOne<Decision>()
            .WithMany()
            .HasForeignKey(n => new { n.CouncilId, n.DecisionId })
            .HasPrincipalKey(d => new { d.CouncilId, d.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }

    /// <summary>Terms are kept as they were written, in one column.</summary>
    private static void Terms<T>(EntityTypeBuilder<T> b, Expression<Func<T, ApprovalTerms?>> column)
        where T : class =>
        b.Property(column)
            .HasConversion(
                t => JsonSerializer.Serialize(t, JsonSerializerOptions.Default),
                t => JsonSerializer.Deserialize<ApprovalTerms>(t, JsonSerializerOptions.Default)
            )
            .HasMaxLength(4_000)
            .HasAnnotation(MapWords.PrivacyAnnotation, Privacy.Personal.ToString());

    private static void OfItem<T>(EntityTypeBuilder<T> b, Expression<Func<T, object?>> keys)
        where T : class =>
        b.HasOne<PanelItem>()
            .WithMany()
            .HasForeignKey(keys)
            .HasPrincipalKey(i => new { i.CouncilId, i.Id })
            .OnDelete(DeleteBehavior.Restrict);
}
