using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.History;

/// <summary>One thing that was done for a council and in no case, such as listing a panel member. Written once.</summary>
public sealed class CouncilHistoryEntry : IChained
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>The record it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>A stable key such as panel.listed.</summary>
    public required string Kind { get; init; }
    public required DateOnly OccurredOn { get; init; }
    public required DateTime RecordedAt { get; init; }
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string ActorRole { get; init; }

    /// <summary>The network address from which it was done.</summary>
    public string? FromAddress { get; init; }
    public string? ReasonCode { get; init; }

    /// <summary>Rule ids, separated by a space.</summary>
    public string RuleIds { get; init; } = "";
    public string? ContentDigest { get; init; }
    public string Digest { get; private set; } = "";
    public CouncilHistoryBody? Body { get; init; }

    public CouncilHistoryEntry Signed()
    {
        Digest = Facts.Of("foster:council:1", this);
        return this;
    }

    public void Tell(Facts facts) =>
        facts
            .Add(Id)
            .Add(CouncilId)
            .Add(SubjectId)
            .Add(Kind)
            .Add(OccurredOn)
            .Add(RecordedAt)
            .Add(ActorId)
            .Add(ActorName)
            .Add(ActorRole)
            .Add(FromAddress)
            .Add(ReasonCode)
            .Add(RuleIds)
            .Add(ContentDigest);
}

/// <summary>The words of an entry, encrypted.</summary>
public sealed class CouncilHistoryBody : IChainedBody
{
    public const string Table = "CouncilHistoryBodies";

    public required Guid EntryId { get; init; }
    public required byte[] Content { get; init; }
}

public sealed class CouncilHistoryEntryMap
    : IEntityTypeConfiguration<CouncilHistoryEntry>,
        IEntityTypeConfiguration<CouncilHistoryBody>
{
    public void Configure(EntityTypeBuilder<CouncilHistoryEntry> b)
    {
        b.ToTable("CouncilHistory");
        b.HasIndex(h => new
        {
            h.CouncilId,
            h.RecordedAt,
            h.Id,
        });
        b.Property(h => h.Digest).HasMaxLength(64);
        b.Property(h => h.ContentDigest).HasMaxLength(64);
        b.Property(h => h.FromAddress).HasMaxLength(45);
        b.Mark(
                Privacy.None,
                h => h.Kind,
                h => h.OccurredOn,
                h => h.RecordedAt,
                h => h.ActorRole,
                h => h.ReasonCode,
                h => h.RuleIds
            )
            .Mark(Privacy.None, h => h.ContentDigest, h => h.Digest)
            .Mark(Privacy.Personal, h => h.ActorName, h => h.FromAddress);
        b.HasOne(h => h.Body)
            .WithOne()
            .HasForeignKey<CouncilHistoryBody>(h => h.EntryId)
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CouncilHistoryBody> b)
    {
        b.ToTable(CouncilHistoryBody.Table);
        b.HasKey(h => h.EntryId);
        b.Mark(Privacy.Personal, h => h.Content).Sealed(h => h.Content);
    }
}

/// <summary>The one way an act that belongs to no case is written down. It is saved with the act itself.</summary>
public sealed class CouncilHistory(
    FosterDb db,
    LondonClock clock,
    HistoryWords words,
    Whereabouts whereabouts
)
{
    /// <param name="note">Kind, title, day, reasons and rules count; what only cases have does not.</param>
    public void Write(Actor actor, Guid subjectId, HistoryNote note)
    {
        var id = Guid.CreateVersion7();
        var body = words.Seal(
            CouncilHistoryBody.Table,
            id,
            new HistoryContent(note.Title, Reason: note.Reason, By: DoerNames.Hidden(actor))
        );
        db.Add(
            new CouncilHistoryEntry
            {
                Id = id,
                CouncilId = actor.CouncilId,
                SubjectId = subjectId,
                Kind = note.Kind,
                OccurredOn = note.OccurredOn ?? clock.Today,
                RecordedAt = Facts.Kept(clock.Now),
                ActorId = actor.AccountId == Guid.Empty ? null : actor.AccountId,
                ActorName = DoerNames.Shown(actor),
                ActorRole = actor.Role.ToString(),
                FromAddress = whereabouts.Address,
                ReasonCode = note.ReasonCode,
                RuleIds = string.Join(' ', note.Rules),
                ContentDigest = body.Digest,
                Body = new CouncilHistoryBody { EntryId = id, Content = body.Cipher },
            }.Signed()
        );
    }
}
