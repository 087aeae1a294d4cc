using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Enquiries.Duplicates;

public sealed class MergeMaps
    : IEntityTypeConfiguration<EnquiryMerge>,
        IEntityTypeConfiguration<CarriedFact>
{
    public void Configure(EntityTypeBuilder<EnquiryMerge> b)
    {
        b.ToTable("EnquiryMerges");
        b.HasIndex(m => m.CaseId);
        b.HasIndex(m => m.KeptCaseId);
        b.Ignore(m => m.LastDayToUndo).Ignore(m => m.StoppedClocks);
        b.Ignore(m => m.EndedNurtures).Ignore(m => m.HadFollowers);
        b.Ignore(m => m.Was).Ignore(m => m.KeptWas);
        b.Long(8_000, m => m.Clocks, m => m.Nurtures, m => m.Followers)
            .Long(2_000, m => m.UndoReason);
        b.Mark(Privacy.None, m => m.Reference, m => m.KeptReference, m => m.FromState)
            .Mark(Privacy.None, m => m.WasCounted, m => m.WasNotCounted, m => m.Clocks)
            .Mark(Privacy.None, m => m.WasFirstSource, m => m.KeptCounted, m => m.KeptNotCounted)
            .Mark(Privacy.None, m => m.KeptFirstSource, m => m.PassedCount)
            .Mark(Privacy.None, m => m.Followers, m => m.Nurtures)
            .Mark(Privacy.None, m => m.MergedAt, m => m.MergedOn, m => m.UndoneAt)
            .Mark(Privacy.Personal, m => m.MergedBy, m => m.UndoneBy)
            .Mark(Privacy.Confidential, m => m.UndoReason);
    }

    public void Configure(EntityTypeBuilder<CarriedFact> b)
    {
        b.ToTable("CarriedFacts");
        b.HasIndex(f => new { f.CaseId, f.At });
        b.HasIndex(f => f.MergeId);
        b.Long(CarriedFact.LongestText, f => f.Text);
        b.Mark(Privacy.None, f => f.FromReference, f => f.Kind, f => f.At, f => f.ChangedAt)
            .Mark(Privacy.Personal, f => f.By, f => f.ChangedBy)
            // Notes of staff, and what helps somebody to talk with us, which is often their health.
            .Mark(Privacy.Confidential, f => f.Text);
    }
}
