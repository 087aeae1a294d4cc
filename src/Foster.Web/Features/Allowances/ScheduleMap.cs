using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Allowances;

public sealed class ScheduleMap
    : IEntityTypeConfiguration<Schedule>,
        IEntityTypeConfiguration<ScheduleRate>,
        IEntityTypeConfiguration<ScheduleLevel>,
        IEntityTypeConfiguration<ScheduleDecision>
{
    public void Configure(EntityTypeBuilder<Schedule> b)
    {
        b.ToTable("Schedules");
        b.HasAlternateKey(s => new { s.CouncilId, s.Id });
        b.HasIndex(s => new { s.CouncilId, s.ValidFrom });
        b.Mark(Privacy.None, s => s.Name, s => s.ValidFrom, s => s.Region, s => s.EnteredAt)
            .Mark(Privacy.Personal, s => s.EnteredBy);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(s => s.CouncilId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ScheduleRate> b)
    {
        b.ToTable("ScheduleRates");
        b.HasIndex(r => new { r.ScheduleId, r.Band }).IsUnique();
        b.Ignore(r => r.Rate);
        b.Mark(Privacy.None, r => r.Band, r => r.Pence);
        Of(b, r => new { r.CouncilId, r.ScheduleId });
    }

    public void Configure(EntityTypeBuilder<ScheduleLevel> b)
    {
        b.ToTable("ScheduleLevels");
        b.HasIndex(l => new { l.ScheduleId, l.Number }).IsUnique();
        b.Ignore(l => l.Fee);
        b.Mark(Privacy.None, l => l.Number, l => l.Name, l => l.Pence);
        Of(b, l => new { l.CouncilId, l.ScheduleId });
    }

    public void Configure(EntityTypeBuilder<ScheduleDecision> b)
    {
        b.ToTable("ScheduleDecisions");
        b.HasIndex(d => d.ScheduleId).IsUnique();
        b.Long(1_000, d => d.Reason);
        b.Mark(Privacy.None, d => d.Outcome, d => d.DecidedAt, d => d.Reason)
            .Mark(Privacy.Personal, d => d.DecidedBy);
        Of(b, d => new { d.CouncilId, d.ScheduleId });
    }

    /// <summary>The key to the schedule includes the council, so that no row can point into another one.</summary>
    private static void Of<T>(
        EntityTypeBuilder<T> b,
        System.Linq.Expressions.Expression<Func<T, object?>> key
    )
        where T : class =>
        b.HasOne<Schedule>()
            .WithMany()
            .HasForeignKey(key)
            .HasPrincipalKey(s => new { s.CouncilId, s.Id })
            .OnDelete(DeleteBehavior.Cascade);
}
