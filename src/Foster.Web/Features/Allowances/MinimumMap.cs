using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Allowances;

public sealed class MinimumMap
    : IEntityTypeConfiguration<MinimumEntry>,
        IEntityTypeConfiguration<MinimumRate>,
        IEntityTypeConfiguration<MinimumDecision>
{
    public void Configure(EntityTypeBuilder<MinimumEntry> b)
    {
        b.ToTable("MinimumEntries");
        b.HasAlternateKey(e => new { e.CouncilId, e.Id });
        b.HasIndex(e => new
        {
            e.CouncilId,
            e.Year,
            e.Id,
        });
        b.HasIndex(e => e.ReplacesId);
        b.Long(MinimumTerms.LongestSource, e => e.Source)
            .Long(MinimumTerms.LongestNote, e => e.Note, e => e.Why);
        b.Mark(Privacy.None, e => e.Year, e => e.Publication, e => e.Source, e => e.Note)
            .Mark(Privacy.None, e => e.Why, e => e.EnteredAt)
            .Mark(Privacy.Personal, e => e.EnteredBy);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(e => e.CouncilId)
            .OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<MinimumRate> b)
    {
        b.ToTable("MinimumRates");
        b.HasIndex(r => new
            {
                r.EntryId,
                r.Region,
                r.Band,
            })
            .IsUnique();
        b.Ignore(r => r.Rate);
        b.Mark(Privacy.None, r => r.Region, r => r.Band, r => r.Pence);
        Of(b, r => new { r.CouncilId, r.EntryId });
    }

    public void Configure(EntityTypeBuilder<MinimumDecision> b)
    {
        b.ToTable("MinimumDecisions");
        b.HasIndex(d => d.EntryId).IsUnique();
        b.Long(ScheduleAct.MostReason, d => d.Reason);
        b.Mark(Privacy.None, d => d.Outcome, d => d.DecidedAt, d => d.Reason)
            .Mark(Privacy.Personal, d => d.DecidedBy);
        Of(b, d => new { d.CouncilId, d.EntryId });
    }

    /// <summary>The key to the entry includes the council, so that no row can point into another one.</summary>
    private static void Of<T>(
        EntityTypeBuilder<T> b,
        System.Linq.Expressions.Expression<Func<T, object?>> key
    )
        where T : class =>
        b.HasOne<MinimumEntry>()
            .WithMany()
            .HasForeignKey(key)
            .HasPrincipalKey(e => new { e.CouncilId, e.Id })
            .OnDelete(DeleteBehavior.Cascade);
}
