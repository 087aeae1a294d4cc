using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Cases;

public sealed class CoverMap
    : IEntityTypeConfiguration<Cover>,
        IEntityTypeConfiguration<CoveredCase>
{
    public void Configure(EntityTypeBuilder<Cover> b)
    {
        b.ToTable("Covers");
        b.HasAlternateKey(c => new { c.CouncilId, c.Id });
        b.HasIndex(c => new
        {
            c.CouncilId,
            c.State,
            c.From,
            c.Id,
        });
        b.Mark(Privacy.None, c => c.Role, c => c.From, c => c.Until, c => c.State)
            .Mark(Privacy.None, c => c.EndedOn, c => c.Version)
            .Mark(Privacy.Personal, c => c.PlannedBy);
        b.HasOne<Account>()
            .WithMany()
            .HasForeignKey(c => c.AwayId)
            .OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Account>()
            .WithMany()
            .HasForeignKey(c => c.CoverId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CoveredCase> b)
    {
        b.ToTable("CoveredCases");
        b.HasIndex(c => new { c.CoverId, c.CaseId }).IsUnique();
        b.HasIndex(c => c.CaseId);
        b.Mark(Privacy.None, c => c.On, c => c.BackOn, c => c.NamedForIt)
            .Mark(Privacy.None, c => c.WasAtPanel)
            .Mark(Privacy.Personal, c => c.Kept, c => c.Stayed);
        b.HasOne<Cover>()
            .WithMany()
            .HasForeignKey(c => new { c.CouncilId, c.CoverId })
            .HasPrincipalKey(c => new { c.CouncilId, c.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
