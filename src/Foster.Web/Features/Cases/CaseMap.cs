using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Cases;

public sealed class CaseMap
    : IEntityTypeConfiguration<Case>,
        IEntityTypeConfiguration<NamedPerson>,
        IEntityTypeConfiguration<Allocation>,
        IEntityTypeConfiguration<WorkerProfile>,
        IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Case> b)
    {
        b.ToTable("Cases");
        b.HasIndex(c => c.Reference).IsUnique();
        b.HasIndex(c => new { c.CouncilId, c.Restricted });
        b.HasIndex(c => c.PreviousCaseId);
        b.HasIndex(c => new
        {
            c.CouncilId,
            c.OpenedOn,
            c.Id,
        });
        b.Property(c => c.Reference).HasMaxLength(20);
        b.Long(20_000, c => c.Connections).Mark(Privacy.Restricted, c => c.Connections);
        b.Mark(
            Privacy.None,
            c => c.Reference,
            c => c.OpenedOn,
            c => c.ClosedOn,
            c => c.ErasedOn,
            c => c.ErasedRule,
            c => c.Restricted,
            c => c.Version
        );
        b.HasOne<Household>()
            .WithMany()
            .HasForeignKey(c => new { c.CouncilId, c.HouseholdId })
            .HasPrincipalKey(h => new { h.CouncilId, h.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NamedPerson> b)
    {
        b.ToTable("NamedPeople");
        b.HasKey(n => new { n.CaseId, n.AccountId });
        b.HasIndex(n => n.AccountId);
        b.Mark(Privacy.None, n => n.NamedAt, n => n.AtPanel, n => n.StandsIn)
            .Mark(Privacy.Personal, n => n.NamedBy);
    }

    public void Configure(EntityTypeBuilder<Allocation> b)
    {
        b.ToTable("Allocations");
        b.HasIndex(a => new
        {
            a.CouncilId,
            a.AccountId,
            a.Role,
        });
        b.HasIndex(a => a.CaseId);
        b.Mark(Privacy.None, a => a.Role, a => a.From, a => a.To, a => a.Version);
        b.HasOne<Account>()
            .WithMany()
            .HasForeignKey(a => a.AccountId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WorkerProfile> b)
    {
        b.ToTable("WorkerProfiles");
        b.HasKey(w => w.AccountId);
        b.Mark(
            Privacy.None,
            w => w.IsQualifiedAssessor,
            w => w.IsExperiencedSocialWorker,
            w => w.Telephone
        );
        b.HasOne<Account>().WithOne().HasForeignKey<WorkerProfile>(w => w.AccountId);
    }

    public void Configure(EntityTypeBuilder<Letter> b)
    {
        b.ToTable("Letters");
        b.HasIndex(l => new { l.CouncilId, l.CaseId });
        b.HasIndex(l => new
        {
            l.CouncilId,
            l.FirstReadAt,
            l.PostedOn,
            l.IssuedOn,
            l.Id,
        });
        b.Long(20_000, l => l.Body);
        b.Mark(
                Privacy.None,
                l => l.Kind,
                l => l.WordsVersion,
                l => l.IssuedOn,
                l => l.FirstReadAt,
                l => l.PostedOn,
                l => l.Version
            )
            .Mark(Privacy.Personal, l => l.Subject, l => l.IssuedBy, l => l.PostedBy)
            .Mark(Privacy.Confidential, l => l.Body);
    }
}
