using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Cases;

public sealed class PersonKeyMap : IEntityTypeConfiguration<PersonKey>
{
    public void Configure(EntityTypeBuilder<PersonKey> b)
    {
        b.ToTable("PersonKeys");
        b.HasKey(k => new
        {
            k.PersonId,
            k.Kind,
            k.Digest,
        });
        // Whoever has the same: in this council, and in any.
        b.HasIndex(k => new
        {
            k.Digest,
            k.CouncilId,
            k.PersonId,
        });
        b.Property(k => k.Digest).HasMaxLength(32);
        b.Mark(Privacy.None, k => k.Kind).Mark(Privacy.Personal, k => k.Digest);
        b.HasOne<Person>()
            .WithMany()
            .HasForeignKey(k => new { k.CouncilId, k.PersonId })
            .HasPrincipalKey(p => new { p.CouncilId, p.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
