using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Journeys;

/// <summary>
/// The answers of somebody who is on the way through a journey, kept encrypted for a day after they last answered, or
/// longer where they asked for a link to come back by. Once sent, nothing is left of it but the result.
/// </summary>
public sealed class JourneyDraft : IVersioned
{
    /// <summary>128 random bits: whoever knows them holds the draft.</summary>
    public required Guid Id { get; init; }
    public required string Journey { get; init; }

    /// <summary>What was typed, as protected JSON; empty once it is sent.</summary>
    public string Answers { get; set; } = "";

    /// <summary>The slugs of the questions that were answered, also of those answered with nothing.</summary>
    public string Answered { get; set; } = "";

    /// <summary>What the confirmation page shows, as protected JSON; empty until it is sent.</summary>
    public string Outcome { get; set; } = "";
    public required DateTime ExpiresAt { get; set; }

    /// <summary>When the first answer came.</summary>
    public DateTime? BegunAt { get; init; }

    /// <summary>Something was written where people see no box.</summary>
    public bool IsTrapped { get; set; }

    /// <summary>Where it began, when that was not the start page: an id that the journey understands.</summary>
    public string? Source { get; init; }

    /// <summary>A digest of the address to which a link was sent; null while there is none.</summary>
    public string? ReturnKey { get; set; }

    /// <summary>When the last link was made.</summary>
    public DateTime? SavedAt { get; set; }
    public uint Version { get; set; }

    public bool IsSent => Outcome.Length > 0;

    public IReadOnlyList<string> Slugs =>
        Answered.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>An answer never shortens what was promised with a link.</summary>
    public void KeepUntil(DateTime at) => ExpiresAt = at > ExpiresAt ? at : ExpiresAt;

    public void MarkAnswered(string slug)
    {
        if (!Slugs.Contains(slug))
            Answered = string.Join(' ', [.. Slugs, slug]);
    }
}

public sealed class JourneyDraftMap : IEntityTypeConfiguration<JourneyDraft>
{
    public void Configure(EntityTypeBuilder<JourneyDraft> b)
    {
        b.ToTable("JourneyDrafts");
        b.HasIndex(d => d.ExpiresAt);
        b.HasIndex(d => new { d.ReturnKey, d.SavedAt });
        b.Ignore(d => d.IsSent);
        b.Ignore(d => d.Slugs);
        b.Property(d => d.Journey).HasMaxLength(40);
        b.Property(d => d.ReturnKey).HasMaxLength(64);
        b.Long(100_000, d => d.Answers).Long(4_000, d => d.Outcome).Long(1_000, d => d.Answered);
        b.Mark(Privacy.Personal, d => d.Answers, d => d.ReturnKey)
            .Mark(Privacy.None, d => d.SavedAt)
            .Mark(Privacy.None, d => d.Journey, d => d.Answered, d => d.Outcome, d => d.ExpiresAt)
            .Mark(Privacy.None, d => d.BegunAt, d => d.IsTrapped, d => d.Source, d => d.Version);
    }
}
