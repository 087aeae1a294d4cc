using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Carers;

public sealed class AgreementMap
    : IEntityTypeConfiguration<Agreement>,
        IEntityTypeConfiguration<AgreementSignature>
{
    public void Configure(EntityTypeBuilder<Agreement> b)
    {
        b.ToTable("Agreements");
        b.HasAlternateKey(a => new { a.CouncilId, a.Id });
        b.HasIndex(a => new { a.CaseId, a.Number }).IsUnique();
        b.Long(30_000, a => a.Text);
        b.Mark(Privacy.None, a => a.Number, a => a.IssuedOn).Mark(Privacy.Personal, a => a.Text);
    }

    public void Configure(EntityTypeBuilder<AgreementSignature> b)
    {
        b.ToTable("AgreementSignatures");
        b.HasIndex(s => new { s.AgreementId, s.PartyId }).IsUnique();
        b.Mark(Privacy.None, s => s.As, s => s.SignedOn, s => s.SignedAt)
            .Mark(Privacy.Personal, s => s.Name);
        b.HasOne<Agreement>()
            .WithMany()
            .HasForeignKey(s => new { s.CouncilId, s.AgreementId })
            .HasPrincipalKey(a => new { a.CouncilId, a.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
