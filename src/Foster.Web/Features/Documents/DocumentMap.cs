using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Features.Documents;

public sealed class DocumentMap : IEntityTypeConfiguration<Document>
{
    public const int LongestWords = 1_000;

    public void Configure(EntityTypeBuilder<Document> b)
    {
        b.ToTable("Documents");
        b.HasIndex(d => new { d.CaseId, d.Kind });
        b.Property(d => d.Kind).HasMaxLength(30);
        b.Property(d => d.Check).HasMaxLength(10);
        b.Long(LongestWords, d => d.Words, d => d.Reason);
        b.Ignore(d => d.About);
        b.Mark(Privacy.None, d => d.Kind, d => d.Check, d => d.State, d => d.AskedOn)
            .Mark(Privacy.None, d => d.DueOn, d => d.GivenOn, d => d.DecidedOn, d => d.Version)
            .Mark(Privacy.None, d => d.SentBackAt)
            .Mark(Privacy.Personal, d => d.AskedBy, d => d.DecidedBy)
            // Said about papers of every kind, so also about an illness.
            .Mark(Privacy.Special, d => d.Words, d => d.Reason);
    }
}
