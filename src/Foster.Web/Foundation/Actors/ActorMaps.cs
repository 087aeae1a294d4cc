using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Actors;

public sealed class CouncilMap
    : IEntityTypeConfiguration<Council>,
        IEntityTypeConfiguration<PostcodeDistrict>
{
    public void Configure(EntityTypeBuilder<Council> b)
    {
        b.ToTable("Councils");
        b.HasIndex(c => c.Code).IsUnique();
        b.Property(c => c.Code).HasMaxLength(6);
        b.Long(20_000, c => c.PrivacyNotice)
            .Long(5_000, c => c.PaymentsStatement, c => c.CharterStatement);
        b.Mark(
                Privacy.None,
                c => c.Name,
                c => c.Code,
                c => c.TeamName,
                c => c.Telephone,
                c => c.OpeningHours
            )
            .Mark(Privacy.None, c => c.OutOfHoursTelephone, c => c.Email, c => c.PostalAddress)
            .Mark(
                Privacy.None,
                c => c.PrivacyNoticeVersion,
                c => c.PrivacyNotice,
                c => c.PaymentsStatement
            )
            .Mark(Privacy.None, c => c.CharterStatement, c => c.IsIntake, c => c.Version)
            .Mark(Privacy.None, c => c.Accent)
            .Mark(Privacy.None, c => c.PersonalReferees, c => c.FamilyReferees)
            .Mark(Privacy.None, c => c.LongKnownReferees, c => c.AsksEmployers)
            .Mark(Privacy.None, c => c.AsksFormerPartners);
    }

    public void Configure(EntityTypeBuilder<PostcodeDistrict> b)
    {
        b.ToTable("PostcodeDistricts");
        b.HasKey(d => d.District);
        b.Property(d => d.District).HasMaxLength(8);
        b.Mark(Privacy.None, d => d.District);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(d => d.CouncilId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class AssignmentMap
    : IEntityTypeConfiguration<RoleAssignment>,
        IEntityTypeConfiguration<CapabilityHolder>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> b)
    {
        b.ToTable("RoleAssignments");
        b.HasKey(r => new
        {
            r.AccountId,
            r.CouncilId,
            r.Role,
        });
        b.HasIndex(r => new { r.CouncilId, r.Role });
        b.Mark(Privacy.None, r => r.Role);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(r => r.CouncilId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CapabilityHolder> b)
    {
        b.ToTable("CapabilityHolders");
        b.HasKey(r => new
        {
            r.CouncilId,
            r.Capability,
            r.AccountId,
        });
        b.Mark(Privacy.None, r => r.Capability);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(r => r.CouncilId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
