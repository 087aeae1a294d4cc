using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Records;

public sealed class SubjectAccessMap
    : IEntityTypeConfiguration<SubjectAccess>,
        IEntityTypeConfiguration<SubjectAccessItem>
{
    public void Configure(EntityTypeBuilder<SubjectAccess> b)
    {
        b.ToTable("SubjectAccesses");
        b.HasAlternateKey(a => new { a.CouncilId, a.Id });
        b.HasIndex(a => new { a.CaseId, a.State });
        b.Long(1_000, a => a.Identity).Long(4_000, a => a.ExtensionReason, a => a.SentBackReason);
        b.Mark(
                Privacy.None,
                a => a.State,
                a => a.ReceivedOn,
                a => a.ExtendedOn,
                a => a.ReviewedOn,
                a => a.ApprovedOn,
                a => a.GivenOn,
                a => a.IsByOwner,
                a => a.Version
            )
            .Mark(
                Privacy.Personal,
                a => a.OpenedBy,
                a => a.ReviewedBy,
                a => a.ApprovedBy,
                a => a.GivenBy
            )
            .Mark(
                Privacy.Confidential,
                a => a.Identity,
                a => a.ExtensionReason,
                a => a.SentBackReason
            );
    }

    public void Configure(EntityTypeBuilder<SubjectAccessItem> b)
    {
        b.ToTable("SubjectAccessItems");
        b.HasIndex(i => new
            {
                i.AccessId,
                i.Table,
                i.RowId,
            })
            .IsUnique();
        b.Property(i => i.ReasonCode).HasMaxLength(10);
        b.Long(4_000, i => i.Reason);
        b.Mark(
                Privacy.None,
                i => i.Table,
                i => i.Kind,
                i => i.Choice,
                i => i.ReasonCode,
                i => i.Version
            )
            .Mark(Privacy.Personal, i => i.DecidedBy)
            .Mark(Privacy.Confidential, i => i.Reason);
        b.HasOne<SubjectAccess>()
            .WithMany()
            .HasForeignKey(i => new { i.CouncilId, i.AccessId })
            .HasPrincipalKey(a => new { a.CouncilId, a.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
