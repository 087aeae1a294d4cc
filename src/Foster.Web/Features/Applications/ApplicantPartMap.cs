using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Applications;

public sealed class ApplicantPartMap : IEntityTypeConfiguration<ApplicantPart>
{
    public void Configure(EntityTypeBuilder<ApplicantPart> b)
    {
        b.ToTable("ApplicantParts");
        b.HasIndex(p => new { p.ApplicationId, p.PersonId }).IsUnique();
        b.HasIndex(p => new { p.CouncilId, p.PersonId });
        b.Ignore(p => p.IsSent);
        b.Long(500, p => p.PreviousNames);
        b.Mark(Privacy.Personal, p => p.PreviousNames)
            .Mark(
                Privacy.None,
                p => p.Position,
                p => p.InvitedOn,
                p => p.ApprovedElsewhere,
                p => p.DetailsSavedAt,
                p => p.SubmittedAt,
                p => p.DeclarationVersion,
                p => p.Version
            );
        b.HasOne<Application>()
            .WithMany()
            .HasForeignKey(p => p.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
