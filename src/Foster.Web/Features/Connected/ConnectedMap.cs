using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Connected;

public sealed class ConnectedMap : IEntityTypeConfiguration<ConnectedReferral>
{
    public void Configure(EntityTypeBuilder<ConnectedReferral> b)
    {
        b.ToTable("ConnectedReferrals");
        b.HasIndex(r => r.CaseId).IsUnique();
        b.HasIndex(r => r.EnquiryCaseId);
        b.HasIndex(r => new
        {
            r.CouncilId,
            r.State,
            r.OpenedOn,
            r.Id,
        });
        b.Mark(
                Privacy.None,
                r => r.OpenedOn,
                r => r.State,
                r => r.ContactedOn,
                r => r.AssessingSince
            )
            .Mark(Privacy.None, r => r.EndedOn, r => r.End, r => r.Version)
            .Mark(Privacy.Personal, r => r.ChildReference, r => r.LivesThere);
    }
}
