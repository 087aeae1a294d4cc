using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Carers;

public sealed class CarerApprovalMap : IEntityTypeConfiguration<CarerApproval>
{
    public void Configure(EntityTypeBuilder<CarerApproval> b)
    {
        b.ToTable("CarerApprovals");
        b.Ignore(a => a.Terms);
        b.HasAlternateKey(a => new { a.CouncilId, a.Id });
        b.HasIndex(a => new { a.CaseId, a.PersonId }).IsUnique();
        b.HasIndex(a => new { a.CouncilId, a.PersonId });
        b.Long(1_000, a => a.Kinds).Long(4_000, a => a.TermsNotes);
        b.Mark(
                Privacy.None,
                a => a.State,
                a => a.ApprovedOn,
                a => a.AgreementSignedOn,
                a => a.MaxChildren,
                a => a.MinAge,
                a => a.MaxAge
            )
            .Mark(Privacy.None, a => a.Kinds, a => a.OverLimit, a => a.Version)
            .Mark(Privacy.Personal, a => a.NamedChildReference, a => a.TermsNotes);
        b.HasOne<Person>()
            .WithMany()
            .HasForeignKey(a => new { a.CouncilId, a.PersonId })
            .HasPrincipalKey(p => new { p.CouncilId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
