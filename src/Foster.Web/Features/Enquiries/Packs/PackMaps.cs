using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Enquiries.Packs;

public sealed class PackMaps
    : IEntityTypeConfiguration<InformationPack>,
        IEntityTypeConfiguration<PackSending>
{
    public void Configure(EntityTypeBuilder<InformationPack> b)
    {
        b.ToTable("InformationPacks");
        b.HasIndex(p => new { p.CouncilId, p.Label }).IsUnique();
        b.HasIndex(p => new
        {
            p.CouncilId,
            p.From,
            p.Id,
        });
        b.Long(InformationPack.LongestWords, p => p.Words).Long(500, p => p.Link);
        b.Mark(Privacy.None, p => p.Title, p => p.Label, p => p.From, p => p.Words)
            .Mark(Privacy.None, p => p.Link, p => p.AddedAt)
            .Mark(Privacy.Personal, p => p.AddedBy);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(p => p.CouncilId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PackSending> b)
    {
        b.ToTable("PackSendings");
        b.HasIndex(s => s.CaseId);
        b.Long(ComingSession.LongestWords, s => s.InvitedTo);
        b.Mark(Privacy.None, s => s.Label, s => s.Way, s => s.On, s => s.InvitedTo)
            .Mark(Privacy.Personal, s => s.By);
    }
}
