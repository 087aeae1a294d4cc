using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Security;

public sealed class AccountMap : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> b)
    {
        b.ToTable("Accounts");
        b.Mark(Privacy.Personal, a => a.UserName, a => a.NormalizedUserName, a => a.Email, a => a.NormalizedEmail)
            .Mark(Privacy.Personal, a => a.DisplayName, a => a.PhoneNumber)
            .Mark(Privacy.Confidential, a => a.PasswordHash, a => a.SecurityStamp, a => a.ConcurrencyStamp)
            .Mark(Privacy.None, a => a.EmailConfirmed, a => a.PhoneNumberConfirmed, a => a.TwoFactorEnabled)
            .Mark(Privacy.None, a => a.LockoutEnd, a => a.LockoutEnabled, a => a.AccessFailedCount, a => a.IsDisabled);
    }
}
