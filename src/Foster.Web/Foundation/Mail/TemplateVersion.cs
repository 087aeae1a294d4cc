using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Mail;

/// <summary>A council's own words for a kind of message. The newest is in use; none is ever changed.</summary>
public sealed class TemplateVersion : ICouncilOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>The kind of message.</summary>
    public required string Key { get; init; }

    /// <summary>1 for the first of this kind in this council.</summary>
    public required int Number { get; init; }

    /// <summary>Back to the words that Foster comes with, whatever these will be; its own words are those of that day.</summary>
    public required bool IsDefault { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public string Text { get; init; } = "";
    public required DateTime AddedAt { get; init; }
    public required string AddedBy { get; init; }
    public string? Why { get; init; }

    public Wording Words => new(Subject, Body, Text);
}

public sealed class TemplateVersionMap : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> b)
    {
        b.ToTable("TemplateVersions");
        b.HasIndex(v => new
            {
                v.CouncilId,
                v.Key,
                v.Number,
            })
            .IsUnique();
        b.Long(WordingCheck.MaxBody, v => v.Body, v => v.Text).Long(1_000, v => v.Why);
        b.Mark(
                Privacy.None,
                v => v.Key,
                v => v.Number,
                v => v.IsDefault,
                v => v.Subject,
                v => v.Body,
                v => v.Text
            )
            .Mark(Privacy.None, v => v.AddedAt, v => v.Why)
            .Mark(Privacy.Personal, v => v.AddedBy);
        b.HasOne<Council>()
            .WithMany()
            .HasForeignKey(v => v.CouncilId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
