using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Cases;

public sealed class PeopleMap
    : IEntityTypeConfiguration<Person>,
        IEntityTypeConfiguration<Household>,
        IEntityTypeConfiguration<Membership>,
        IEntityTypeConfiguration<Address>,
        IEntityTypeConfiguration<AccountLink>
{
    public void Configure(EntityTypeBuilder<Person> b)
    {
        b.ToTable("People");
        b.HasAlternateKey(p => new { p.CouncilId, p.Id });
        b.HasIndex(p => new { p.CouncilId, p.SearchName });
        b.Ignore(p => p.FullName);
        b.Long(320, p => p.Email).Long(450, p => p.SearchName);
        b.Mark(
                Privacy.Personal,
                p => p.GivenName,
                p => p.FamilyName,
                p => p.SearchName,
                p => p.DateOfBirth
            )
            .Mark(Privacy.Personal, p => p.Email, p => p.Telephone)
            .Mark(Privacy.None, p => p.Version);
    }

    public void Configure(EntityTypeBuilder<Household> b)
    {
        b.ToTable("Households");
        b.HasAlternateKey(h => new { h.CouncilId, h.Id });
    }

    public void Configure(EntityTypeBuilder<Membership> b)
    {
        b.ToTable("Memberships");
        b.HasIndex(m => new { m.CouncilId, m.HouseholdId });
        b.HasIndex(m => new { m.CouncilId, m.PersonId });
        b.Mark(Privacy.Personal, m => m.Relationship)
            .Mark(
                Privacy.None,
                m => m.IsApplicant,
                m => m.Position,
                m => m.From,
                m => m.To,
                m => m.Version
            );
        b.HasOne<Household>()
            .WithMany()
            .HasForeignKey(m => new { m.CouncilId, m.HouseholdId })
            .HasPrincipalKey(h => new { h.CouncilId, h.Id })
            .OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Person>()
            .WithMany()
            .HasForeignKey(m => new { m.CouncilId, m.PersonId })
            .HasPrincipalKey(p => new { p.CouncilId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Address> b)
    {
        b.ToTable("Addresses");
        b.HasIndex(a => new { a.CouncilId, a.PersonId });
        // Whoever says where they live.
        b.HasIndex(a => new { a.CouncilId, a.Postcode });
        b.Long(500, a => a.Lines);
        b.Mark(Privacy.Personal, a => a.Lines, a => a.Town, a => a.Postcode, a => a.From, a => a.To)
            .Mark(Privacy.None, a => a.Version);
        b.HasOne<Person>()
            .WithMany()
            .HasForeignKey(a => new { a.CouncilId, a.PersonId })
            .HasPrincipalKey(p => new { p.CouncilId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AccountLink> b)
    {
        b.ToTable("AccountLinks");
        b.HasKey(l => new { l.AccountId, l.CouncilId });
        b.HasIndex(l => new { l.CouncilId, l.PersonId });
        b.HasOne<Account>()
            .WithMany()
            .HasForeignKey(l => l.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
        b.HasOne<Person>()
            .WithMany()
            .HasForeignKey(l => new { l.CouncilId, l.PersonId })
            .HasPrincipalKey(p => new { p.CouncilId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
