using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Carers;

public sealed class RegisterEntryMap : IEntityTypeConfiguration<RegisterEntry>
{
    public void Configure(EntityTypeBuilder<RegisterEntry> b)
    {
        b.ToTable("RegisterEntries");
        // A row is replaced once: of two corrections at the same time the second is refused.
        b.HasIndex(r => r.ReplacesId).IsUnique();
        b.HasIndex(r => r.ApprovalId);
        b.HasIndex(r => r.CaseId);
        b.Long(500, r => r.Name).Long(1_000, r => r.Address).Long(8_000, r => r.Terms);
        b.Long(4_000, r => r.Reason);
        b.Mark(Privacy.Personal, r => r.Name, r => r.Address, r => r.DateOfBirth, r => r.Sex)
            .Mark(Privacy.Personal, r => r.Terms, r => r.EnteredBy, r => r.Reason)
            .Mark(Privacy.None, r => r.ApprovedOn, r => r.EnteredOn);
        b.HasOne<CarerApproval>()
            .WithMany()
            .HasForeignKey(r => new { r.CouncilId, r.ApprovalId })
            .HasPrincipalKey(a => new { a.CouncilId, a.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
