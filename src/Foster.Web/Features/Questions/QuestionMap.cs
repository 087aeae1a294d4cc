using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Questions;

public sealed class QuestionMap
    : IEntityTypeConfiguration<Question>,
        IEntityTypeConfiguration<QuestionPost>
{
    public void Configure(EntityTypeBuilder<Question> b)
    {
        b.ToTable("Questions");
        b.HasAlternateKey(q => new { q.CouncilId, q.Id });
        b.HasIndex(q => new
        {
            q.CouncilId,
            q.State,
            q.SinceAt,
            q.Id,
        });
        b.HasIndex(q => new { q.CaseId, q.PersonId });
        b.Mark(Privacy.None, q => q.AskedAs, q => q.AskedOn, q => q.State, q => q.SinceAt)
            .Mark(Privacy.None, q => q.Holder, q => q.SeenAt, q => q.Version)
            .Mark(Privacy.Personal, q => q.Topic);
    }

    public void Configure(EntityTypeBuilder<QuestionPost> b)
    {
        b.ToTable("QuestionPosts");
        b.HasIndex(p => new { p.QuestionId, p.At });
        b.Long(4_000, p => p.Words);
        b.Mark(Privacy.None, p => p.Verb, p => p.As, p => p.At)
            .Mark(Privacy.Personal, p => p.By)
            // What people ask about is often their health or their family's.
            .Mark(Privacy.Special, p => p.Words);
        b.HasOne<Question>()
            .WithMany()
            .HasForeignKey(p => new { p.CouncilId, p.QuestionId })
            .HasPrincipalKey(q => new { q.CouncilId, q.Id })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
