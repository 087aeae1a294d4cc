using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Security;

public sealed class AccountMap
    : IEntityTypeConfiguration<Account>,
        IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
        IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
        IEntityTypeConfiguration<IdentityUserToken<Guid>>,
        IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> b) =>
        b.ToTable("AccountClaims")
            .Mark(Privacy.None, c => c.Id, c => c.ClaimType, c => c.ClaimValue);

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> b) =>
        b.ToTable("AccountLogins")
            .Mark(
                Privacy.Personal,
                l => l.LoginProvider,
                l => l.ProviderKey,
                l => l.ProviderDisplayName
            );

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> b) =>
        b.ToTable("AccountTokens")
            .Mark(Privacy.Confidential, t => t.LoginProvider, t => t.Name, t => t.Value);

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> b)
    {
        b.ToTable("AccountPasskeys").Mark(Privacy.Confidential, p => p.CredentialId);
        // One column of JSON, declared as a whole.
        b.OwnsOne(p => p.Data)
            .OwnedEntityType.SetAnnotation(
                MapWords.PrivacyAnnotation,
                nameof(Privacy.Confidential)
            );
    }

    public void Configure(EntityTypeBuilder<Account> b)
    {
        b.ToTable("Accounts");
        b.HasIndex(a => new { a.SearchName, a.Id });
        b.Mark(
                Privacy.Personal,
                a => a.UserName,
                a => a.NormalizedUserName,
                a => a.Email,
                a => a.NormalizedEmail
            )
            .Mark(Privacy.Personal, a => a.DisplayName, a => a.SearchName, a => a.PhoneNumber)
            .Mark(
                Privacy.Confidential,
                a => a.PasswordHash,
                a => a.SecurityStamp,
                a => a.ConcurrencyStamp
            )
            .Mark(
                Privacy.None,
                a => a.EmailConfirmed,
                a => a.PhoneNumberConfirmed,
                a => a.TwoFactorEnabled
            )
            .Mark(
                Privacy.None,
                a => a.LockoutEnd,
                a => a.LockoutEnabled,
                a => a.AccessFailedCount,
                a => a.IsDisabled
            );
    }
}
