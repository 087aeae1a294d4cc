using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Security;

/// <summary>What a link lets its holder do.</summary>
public enum LinkPurpose
{
    EnquiryStatus,
    ExpressionOfInterest,
    Invitation,
    Letter,
    ConfirmEmail,
    PasswordReset,
    StaffInvitation,
    NewEmail,
    KeepWarm,
    Reference,
    Booking,
    SavedForm,
}

/// <summary>A link sent to somebody. Only the hash of its secret is stored. Looked up before any scope is open.</summary>
public sealed class LinkToken : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Hash { get; init; }
    public required LinkPurpose Purpose { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>The record the link is about, such as the letter.</summary>
    public required Guid SubjectId { get; init; }
    public Guid? PersonId { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; set; }
    public DateTime? UsedAt { get; set; }

    /// <summary>Wrong answers to the question that guards the link, such as the date of birth.</summary>
    public int Failures { get; set; }

    /// <summary>Set after too many wrong answers; until then no answer is looked at.</summary>
    public DateTime? LockedUntil { get; set; }
    public uint Version { get; set; }
}

public sealed class LinkTokenMap : IEntityTypeConfiguration<LinkToken>
{
    public void Configure(EntityTypeBuilder<LinkToken> b)
    {
        b.ToTable("LinkTokens");
        b.HasIndex(t => t.Hash).IsUnique();
        b.HasIndex(t => new { t.SubjectId, t.Purpose });
        b.Property(t => t.Hash).HasMaxLength(64);
        b.Mark(
                Privacy.None,
                t => t.Hash,
                t => t.Purpose,
                t => t.CreatedAt,
                t => t.ExpiresAt,
                t => t.UsedAt
            )
            .Mark(Privacy.None, t => t.Failures, t => t.LockedUntil, t => t.Version);
    }
}
