using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Enquiries.Sources;

public sealed class CampaignMap : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> b)
    {
        b.ToTable("Campaigns");
        b.HasIndex(c => c.Key).IsUnique();
        b.HasIndex(c => new
        {
            c.CouncilId,
            c.StartsOn,
            c.Id,
        });
        b.Ignore(c => c.CostPence);
        b.Property(c => c.Key).HasMaxLength(Campaign.LongestKey);
        b.Mark(Privacy.None, c => c.Key, c => c.Source, c => c.Name, c => c.StartsOn)
            .Mark(Privacy.None, c => c.EndsOn, c => c.MediaPence, c => c.StaffPence)
            .Mark(Privacy.None, c => c.Version);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(c => c.CouncilId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
