using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Enquiries.Nurturing;

public sealed class NurtureMap : IEntityTypeConfiguration<Nurture>
{
    public void Configure(EntityTypeBuilder<Nurture> b)
    {
        b.ToTable("Nurtures");
        b.HasIndex(n => n.CaseId);
        // The list, by the day on which somebody is asked.
        b.HasIndex(n => new
        {
            n.CouncilId,
            n.IsLive,
            n.AskOn,
            n.Id,
        });
        b.HasIndex(n => new
        {
            n.CouncilId,
            n.Why,
            n.IsLive,
            n.AskOn,
            n.Id,
        });
        b.Mark(Privacy.None, n => n.Why, n => n.AgreedOn, n => n.AskOn, n => n.Until, n => n.Since)
            .Mark(Privacy.None, n => n.Every, n => n.FirstOn, n => n.HeardOn)
            .Mark(Privacy.None, n => n.IsLive, n => n.EndedOn, n => n.Version)
            .Mark(Privacy.Personal, n => n.Lost);
    }
}
