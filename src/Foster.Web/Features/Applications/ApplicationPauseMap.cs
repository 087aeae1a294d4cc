using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Applications;

public sealed class ApplicationPauseMap : IEntityTypeConfiguration<ApplicationPause>
{
    public void Configure(EntityTypeBuilder<ApplicationPause> b)
    {
        b.ToTable("ApplicationPauses");
        b.HasIndex(p => p.CaseId);
        b.HasIndex(p => p.CaseId, "IX_ApplicationPauses_Open")
            .IsUnique()
            .HasFilter("\"To\" IS NULL");
        b.Ignore(p => p.IsOpen);
        b.Mark(Privacy.None, p => p.From, p => p.To, p => p.Version)
            .Mark(Privacy.Personal, p => p.PausedBy, p => p.ResumedBy)
            // A pregnancy or a death says much of a family.
            .Mark(Privacy.Special, p => p.Reason);
    }
}
