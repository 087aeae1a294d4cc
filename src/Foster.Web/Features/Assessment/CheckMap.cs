using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Assessment;

public sealed class CheckMap : IEntityTypeConfiguration<Check>, IEntityTypeConfiguration<CheckChase>
{
    public void Configure(EntityTypeBuilder<Check> b)
    {
        b.ToTable("Checks");
        b.HasAlternateKey(c => new { c.CouncilId, c.Id });
        b.HasIndex(c => new
        {
            c.CaseId,
            c.Kind,
            c.PersonId,
        });
        b.Property(c => c.Kind).HasMaxLength(10);
        b.Property(c => c.CertificateNumber).HasMaxLength(20);
        b.Ignore(c => c.About).Ignore(c => c.IsOpen).Ignore(c => c.IsIn).Ignore(c => c.NoteOfKind);
        b.Ignore(c => c.IsSupplied);
        b.Long(4_000, c => c.Note, c => c.CriminalNote, c => c.MedicalNote);
        b.Mark(
                Privacy.None,
                c => c.Kind,
                c => c.State,
                c => c.RequestedOn,
                c => c.ConsentSeenOn,
                c => c.ReceivedOn
            )
            .Mark(
                Privacy.None,
                c => c.ReviewedOn,
                c => c.ExpiresOn,
                c => c.HasCertificateDetail,
                c => c.Version
            )
            .Mark(Privacy.Personal, c => c.Reviewer, c => c.MadeBy)
            .Mark(Privacy.Confidential, c => c.Outcome, c => c.Note)
            .Mark(Privacy.Special, c => c.MedicalNote)
            .Mark(Privacy.Criminal, c => c.CriminalNote, c => c.CertificateNumber)
            .Mark(Privacy.Criminal, c => c.CertificateIssuedOn, c => c.OnBarredList);
    }

    public void Configure(EntityTypeBuilder<CheckChase> b)
    {
        b.ToTable("CheckChases");
        b.HasIndex(c => c.CheckId);
        b.Mark(Privacy.None, c => c.ChasedOn).Mark(Privacy.Personal, c => c.How, c => c.By);
        b.HasOne<Check>()
            .WithMany()
            .HasForeignKey(c => new { c.CouncilId, c.CheckId })
            .HasPrincipalKey(c => new { c.CouncilId, c.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
