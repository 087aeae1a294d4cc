using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Events;

public sealed class EventMaps
    : IEntityTypeConfiguration<FosteringEvent>,
        IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<FosteringEvent> b)
    {
        b.ToTable("FosteringEvents");
        b.HasAlternateKey(e => new { e.CouncilId, e.Id });
        b.HasIndex(e => new
        {
            e.CouncilId,
            e.StartsAt,
            e.Id,
        });
        b.Ignore(e => e.IsCall);
        b.Long(2_000, e => e.Directions, e => e.Access);
        b.Mark(Privacy.None, e => e.Kind, e => e.Title, e => e.StartsAt, e => e.EndsAt)
            .Mark(Privacy.None, e => e.Place, e => e.Directions, e => e.Access, e => e.Places)
            .Mark(Privacy.None, e => e.CostPence, e => e.State, e => e.Version);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(e => e.CouncilId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Booking> b)
    {
        b.ToTable("Bookings");
        b.HasIndex(k => new { k.EventId, k.State });
        b.HasIndex(k => new { k.CouncilId, k.Email });
        b.HasIndex(k => new { k.CouncilId, k.Telephone });
        b.HasIndex(k => k.CaseId);
        b.Ignore(k => k.IsLive).Ignore(k => k.Came);
        b.Property(k => k.Email).HasMaxLength(254);
        b.Long(500, k => k.AccessNeeds);
        b.Mark(Privacy.None, k => k.People, k => k.BookedAt, k => k.State, k => k.RemindedAt)
            .Mark(Privacy.None, k => k.OverAt, k => k.LeftOn, k => k.TriedOn)
            .Mark(Privacy.None, k => k.FirstSource, k => k.Version)
            .Mark(Privacy.Personal, k => k.FirstName, k => k.Email, k => k.Telephone)
            .Mark(Privacy.Special, k => k.AccessNeeds);
        b.HasOne<FosteringEvent>()
            .WithMany()
            .HasForeignKey(k => new { k.CouncilId, k.EventId })
            .HasPrincipalKey(e => new { e.CouncilId, e.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
