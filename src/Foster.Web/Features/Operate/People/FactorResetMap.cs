using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Operate.People;

public sealed class FactorResetMap : IEntityTypeConfiguration<FactorReset>
{
    public void Configure(EntityTypeBuilder<FactorReset> b)
    {
        b.ToTable("FactorResets");
        b.HasIndex(r => new { r.CouncilId, r.AccountId });
        b.Long(2_000, r => r.Reason);
        b.Mark(Privacy.Confidential, r => r.Reason)
            .Mark(Privacy.Personal, r => r.AskedBy, r => r.EndedBy)
            .Mark(Privacy.None, r => r.AskedAt, r => r.ExpiresAt, r => r.EndedAt)
            .Mark(Privacy.None, r => r.Confirmed, r => r.Version);
        b.HasOne<Account>()
            .WithMany()
            .HasForeignKey(r => r.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
