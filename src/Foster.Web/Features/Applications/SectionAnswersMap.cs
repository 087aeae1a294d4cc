using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Applications;

public sealed class SectionAnswersMap : IEntityTypeConfiguration<SectionAnswers>
{
    public void Configure(EntityTypeBuilder<SectionAnswers> b)
    {
        b.ToTable("SectionAnswers");
        b.HasIndex(a => new
            {
                a.CaseId,
                a.Section,
                a.Holder,
            })
            .IsUnique();
        b.Ignore(a => a.All);
        b.Property(a => a.Section).HasMaxLength(40);
        b.Long(
            SectionAnswers.Longest,
            a => a.Answers,
            a => a.SensitiveAnswers,
            a => a.OffenceAnswers
        );
        b.Mark(Privacy.None, a => a.Section, a => a.FinishedAt, a => a.KeptAt, a => a.Version)
            .Mark(Privacy.Personal, a => a.Answers)
            .Mark(Privacy.Special, a => a.SensitiveAnswers)
            .Mark(Privacy.Criminal, a => a.OffenceAnswers);
        b.HasOne<Application>()
            .WithMany()
            .HasForeignKey(a => a.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
