using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Applications;

public sealed class RefereeMap
    : IEntityTypeConfiguration<Referee>,
        IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Referee> b)
    {
        b.ToTable("Referees");
        b.HasIndex(r => r.CaseId);
        b.Long(320, r => r.Email).Long(500, r => r.Address);
        b.Mark(
                Privacy.Personal,
                r => r.Name,
                r => r.Relationship,
                r => r.Email,
                r => r.Telephone,
                r => r.Address
            )
            .Mark(Privacy.None, r => r.YearsKnown, r => r.NominatedOn, r => r.Version)
            .Mark(Privacy.None, r => r.SaidToBeAdult);
    }

    public void Configure(EntityTypeBuilder<Consent> b)
    {
        b.ToTable("Consents");
        b.HasIndex(c => new { c.CaseId, c.PersonId });
        b.Ignore(c => c.IsLive);
        b.Mark(
                Privacy.None,
                c => c.CheckKey,
                c => c.WordingVersion,
                c => c.AnsweredAt,
                c => c.WithdrawnAt
            )
            .Mark(Privacy.None, c => c.Version)
            .Mark(Privacy.Personal, c => c.Given);
    }
}
