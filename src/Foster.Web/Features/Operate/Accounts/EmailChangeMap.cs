using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Operate.Accounts;

public sealed class EmailChangeMap : IEntityTypeConfiguration<EmailChange>
{
    public void Configure(EntityTypeBuilder<EmailChange> b)
    {
        b.ToTable("EmailChanges");
        b.HasIndex(c => c.AccountId);
        b.Long(320, c => c.Address)
            .Mark(Privacy.Personal, c => c.Address)
            .Mark(Privacy.None, c => c.AskedAt);
        b.HasOne<Account>()
            .WithMany()
            .HasForeignKey(c => c.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
