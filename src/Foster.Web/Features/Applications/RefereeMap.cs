using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Applications;

public sealed class RefereeMap
    : IEntityTypeConfiguration<Referee>,
        IEntityTypeConfiguration<ReferenceAnswer>,
        IEntityTypeConfiguration<RefereeBackground>,
        IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Referee> b)
    {
        b.ToTable("Referees");
        b.HasIndex(r => r.CaseId);
        b.Ignore(r => r.IsLive).Ignore(r => r.FirstName);
        b.Long(320, r => r.Email).Long(500, r => r.Address).Long(2_000, r => r.LostReason);
        b.Mark(
                Privacy.Personal,
                r => r.Name,
                r => r.Relationship,
                r => r.Email,
                r => r.Telephone,
                r => r.Address
            )
            .Mark(Privacy.None, r => r.YearsKnown, r => r.NominatedOn, r => r.Version)
            .Mark(Privacy.None, r => r.SaidToBeAdult, r => r.State, r => r.AskedOn, r => r.AskedBy)
            .Mark(Privacy.None, r => r.ConsentSeenOn, r => r.WrittenOn, r => r.Chases)
            .Mark(Privacy.None, r => r.AnsweredOn, r => r.LostOn)
            .Mark(Privacy.Personal, r => r.Kind, r => r.SharesName)
            .Mark(Privacy.Confidential, r => r.LostReason);
    }

    public void Configure(EntityTypeBuilder<ReferenceAnswer> b)
    {
        b.ToTable("ReferenceAnswers");
        b.HasIndex(a => new { a.RefereeId, a.Question }).IsUnique();
        b.HasIndex(a => a.CaseId);
        b.Ignore(a => a.Paragraphs);
        b.Long(ReferenceQuestions.Longest, a => a.Text);
        b.Mark(Privacy.Confidential, a => a.Text)
            .Mark(Privacy.None, a => a.Question, a => a.Marked, a => a.SavedAt, a => a.Version);
    }

    public void Configure(EntityTypeBuilder<RefereeBackground> b)
    {
        b.ToTable("RefereeBackgrounds");
        b.HasIndex(r => new { r.CaseId, r.PersonId }).IsUnique();
        b.Long(1_000, r => r.EmployerReason, r => r.FormerPartnerReason);
        b.Mark(Privacy.Personal, r => r.HasEmployer, r => r.HasFormerPartner)
            .Mark(Privacy.Confidential, r => r.EmployerReason, r => r.FormerPartnerReason)
            .Mark(Privacy.None, r => r.Version);
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
            .Mark(Privacy.Personal, c => c.Given, c => c.RecordedBy);
    }
}
