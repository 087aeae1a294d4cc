using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Sessions;

public sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> b)
    {
        b.ToTable("Sessions");
        b.HasIndex(s => s.KeyHash).IsUnique();
        b.HasIndex(s => new { s.AccountId, s.StartedAt });
        b.Property(s => s.KeyHash).HasMaxLength(64);
        b.HasOne<Account>()
            .WithMany()
            .HasForeignKey(s => s.AccountId)
            .OnDelete(DeleteBehavior.Cascade);
        b.Mark(
                Privacy.None,
                s => s.KeyHash,
                s => s.Role,
                s => s.IsStaff,
                s => s.Way,
                s => s.FactorAt,
                s => s.ConfirmedAt,
                s => s.EndedAt
            )
            .Mark(Privacy.Personal, s => s.Device, s => s.StartedAt, s => s.LastSeenAt);
    }
}
