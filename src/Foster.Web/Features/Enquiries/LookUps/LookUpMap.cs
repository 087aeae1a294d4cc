using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Enquiries.LookUps;

public sealed class LookUpMap : IEntityTypeConfiguration<LookUp>
{
    public void Configure(EntityTypeBuilder<LookUp> b)
    {
        b.ToTable("LookUps");
        b.HasIndex(l => l.CaseId);
        b.Ignore(l => l.Stops);
        b.Long(4_000, l => l.Note);
        b.Mark(Privacy.None, l => l.On, l => l.ClearedOn, l => l.Version)
            .Mark(Privacy.Personal, l => l.By, l => l.ClearedBy, l => l.Outcome, l => l.Told)
            .Mark(Privacy.Confidential, l => l.Note);
    }
}
