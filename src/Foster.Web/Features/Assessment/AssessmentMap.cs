using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Assessment;

public sealed class AssessmentMap
    : IEntityTypeConfiguration<PreviousApproval>,
        IEntityTypeConfiguration<Animal>,
        IEntityTypeConfiguration<RefereeInterview>,
        IEntityTypeConfiguration<SessionAttendance>,
        IEntityTypeConfiguration<AssessmentDecision>
{
    public void Configure(EntityTypeBuilder<PreviousApproval> b)
    {
        b.ToTable("PreviousApprovals");
        b.HasIndex(p => new
            {
                p.CaseId,
                p.PersonId,
                p.ServiceName,
            })
            .IsUnique();
        b.Long(500, p => p.ServiceAddress);
        b.Mark(Privacy.Personal, p => p.ServiceName, p => p.ServiceAddress, p => p.EndedOn)
            .Mark(Privacy.None, p => p.RecordedOn, p => p.EndedByTransfer);
    }

    public void Configure(EntityTypeBuilder<Animal> b)
    {
        b.ToTable("Animals");
        b.HasIndex(a => new { a.CaseId, a.Number }).IsUnique();
        b.Ignore(a => a.Described);
        b.Property(a => a.Kind).HasMaxLength(20);
        b.Mark(Privacy.Personal, a => a.Kind, a => a.Breed, a => a.Name)
            .Mark(Privacy.Personal, a => a.NeedsLicence, a => a.HasHurt)
            .Mark(Privacy.None, a => a.Number, a => a.GoneOn, a => a.Version);
    }

    public void Configure(EntityTypeBuilder<RefereeInterview> b)
    {
        b.ToTable("RefereeInterviews");
        b.HasIndex(i => i.RefereeId).IsUnique();
        b.HasIndex(i => i.CaseId);
        b.Ignore(i => i.Text);
        b.Long(40_000, i => i.Paragraphs);
        b.Mark(Privacy.Confidential, i => i.Paragraphs)
            .Mark(Privacy.Personal, i => i.InterviewedBy)
            .Mark(Privacy.None, i => i.InterviewedOn, i => i.ReportedOn);
    }

    public void Configure(EntityTypeBuilder<SessionAttendance> b)
    {
        b.ToTable("SessionAttendances");
        b.HasIndex(s => new
            {
                s.CaseId,
                s.PersonId,
                s.SessionKey,
            })
            .IsUnique();
        b.Property(s => s.SessionKey).HasMaxLength(20);
        b.Long(4_000, s => s.Feedback);
        b.Mark(Privacy.None, s => s.SessionKey, s => s.AttendedOn)
            .Mark(Privacy.Personal, s => s.RecordedBy)
            .Mark(Privacy.Confidential, s => s.Feedback);
    }

    public void Configure(EntityTypeBuilder<AssessmentDecision> b)
    {
        b.ToTable("AssessmentDecisions");
        b.HasIndex(d => new { d.CaseId, d.Step });
        b.Property(d => d.ReasonCode).HasMaxLength(20);
        b.Long(4_000, d => d.Reason);
        b.Mark(Privacy.None, d => d.Step, d => d.On, d => d.Role, d => d.ReasonCode)
            .Mark(Privacy.None, d => d.Revision)
            .Mark(Privacy.Personal, d => d.By)
            .Mark(Privacy.Confidential, d => d.Reason);
    }
}
