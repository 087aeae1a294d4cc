using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Enquiries;

public sealed class KeepWarmMap : IEntityTypeConfiguration<KeepWarm>
{
    public void Configure(EntityTypeBuilder<KeepWarm> b)
    {
        b.ToTable("KeepWarms");
        b.HasIndex(k => new { k.CouncilId, k.Email });
        // The list and the job: those of a state by their month.
        b.HasIndex(k => new
        {
            k.CouncilId,
            k.State,
            k.AskOn,
            k.Id,
        });
        b.HasIndex(k => k.CaseId);
        b.Ignore(k => k.IsLive).Ignore(k => k.SilentFrom);
        b.Property(k => k.Email).HasMaxLength(254);
        b.Property(k => k.ConsentBy).HasMaxLength(200);
        b.Long(1_000, k => k.ConsentWords);
        b.Mark(Privacy.None, k => k.State, k => k.AskOn, k => k.ConsentWords, k => k.ConsentVersion)
            .Mark(Privacy.None, k => k.FirstOn, k => k.Every, k => k.Asked)
            .Mark(Privacy.None, k => k.ConsentAt, k => k.ConsentEndedAt, k => k.HeardOn)
            .Mark(Privacy.None, k => k.AskedAt, k => k.OverAt, k => k.FirstSource, k => k.Version)
            .Mark(Privacy.Personal, k => k.FirstName, k => k.Email, k => k.ConsentBy);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(k => k.CouncilId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
