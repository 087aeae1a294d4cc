using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Assessment;

public sealed class AssessmentReportMap
    : IEntityTypeConfiguration<AssessmentReport>,
        IEntityTypeConfiguration<ReportRendition>,
        IEntityTypeConfiguration<ReportObservation>
{
    public const int SectionLength = 20_000;

    public void Configure(EntityTypeBuilder<AssessmentReport> b)
    {
        b.ToTable("AssessmentReports");
        b.HasIndex(r => r.CaseId).IsUnique();
        b.Ignore(r => r.Terms).Ignore(r => r.Sections).Ignore(r => r.Words);
        b.Long(SectionLength, r => r.Personality, r => r.Religion, r => r.Background, r => r.Work)
            .Long(SectionLength, r => r.Experience, r => r.Skills, r => r.Health, r => r.Household)
            .Long(SectionLength, r => r.Summary, r => r.Annex)
            .Long(2_000, r => r.TermNotes);
        b.Mark(Privacy.Special, r => r.Religion, r => r.Background, r => r.Health)
            .Mark(Privacy.Confidential, r => r.Personality, r => r.Work, r => r.Experience)
            .Mark(Privacy.Confidential, r => r.Skills, r => r.Household, r => r.Summary)
            .Mark(Privacy.Confidential, r => r.Annex, r => r.TermNotes)
            .Mark(Privacy.Personal, r => r.CheckedBy, r => r.LastEditedBy)
            .Mark(Privacy.Personal, r => r.NamedChildReference)
            .Mark(Privacy.None, r => r.Revision, r => r.MaxChildren, r => r.MinAge, r => r.MaxAge)
            .Mark(Privacy.None, r => r.TermKinds, r => r.OverLimit, r => r.CheckedOn)
            .Mark(Privacy.None, r => r.SharedOn, r => r.Version);
    }

    public void Configure(EntityTypeBuilder<ReportRendition> b)
    {
        b.ToTable("ReportRenditions");
        b.HasIndex(r => new
            {
                r.CaseId,
                r.Revision,
                r.Kind,
            })
            .IsUnique();
        b.Property(r => r.Digest).HasMaxLength(64);
        b.Long(1_000_000, r => r.Content);
        b.Mark(Privacy.Special, r => r.Content)
            .Mark(Privacy.None, r => r.Revision, r => r.Kind, r => r.Digest, r => r.StoredOn);
    }

    public void Configure(EntityTypeBuilder<ReportObservation> b)
    {
        b.ToTable("ReportObservations");
        b.HasIndex(o => new
            {
                o.CaseId,
                o.Revision,
                o.PersonId,
            })
            .IsUnique();
        b.Long(SectionLength, o => o.Text);
        b.Mark(Privacy.Confidential, o => o.Text)
            .Mark(Privacy.Personal, o => o.RecordedBy)
            .Mark(Privacy.None, o => o.Revision, o => o.SentOn);
    }
}
