using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Data;

/// <summary>A form that was sent and done: its key, and where its sender was taken. Kept 30 days.</summary>
public sealed class Submission
{
    public required Guid Key { get; init; }

    /// <summary>SHA-256 of what was sent, so that other content under the same key is noticed.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Who sent it: the account, or empty for a visitor. Nobody else is shown the result.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The case that the act wrote to, whose reference its sender is told; the row goes with it.</summary>
    public Guid? CaseId { get; set; }

    /// <summary>What was sent, as its sender would read it, for the time when they come back with something else.</summary>
    public string? Words { get; init; }
    public string ResultPath { get; set; } = "";
    public string ResultText { get; set; } = "";

    /// <summary>What was said, as long as it can be kept; whoever sends once more reads its beginning.</summary>
    public static string Short(string text) =>
        text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";

    private const int LongestText = 200;
    public required DateTime CreatedAt { get; init; }
}

public sealed class SubmissionMap : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> b)
    {
        b.ToTable("Submissions");
        b.HasKey(s => s.Key);
        b.HasIndex(s => s.CreatedAt);
        b.HasIndex(s => s.CaseId);
        b.Property(s => s.ContentHash).HasMaxLength(64);
        b.Long(1_000_000, s => s.Words).Mark(Privacy.Special, s => s.Words);
        b.Mark(
            Privacy.None,
            s => s.ContentHash,
            s => s.ResultPath,
            s => s.ResultText,
            s => s.CreatedAt
        );
    }
}
