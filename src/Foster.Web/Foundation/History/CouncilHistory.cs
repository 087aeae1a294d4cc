using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.History;

/// <summary>One thing that was done for a council and in no case, such as listing a panel member. Written once.</summary>
public sealed class CouncilHistoryEntry : ICouncilOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>The record it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>A stable key such as panel.listed.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required DateOnly OccurredOn { get; init; }
    public required DateTime RecordedAt { get; init; }
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string ActorRole { get; init; }
    public string? ReasonCode { get; init; }
    public string? Reason { get; init; }

    /// <summary>Rule ids, separated by a space.</summary>
    public string RuleIds { get; init; } = "";
}

public sealed class CouncilHistoryEntryMap : IEntityTypeConfiguration<CouncilHistoryEntry>
{
    public void Configure(EntityTypeBuilder<CouncilHistoryEntry> b)
    {
        b.ToTable("CouncilHistory");
        b.HasIndex(h => new { h.CouncilId, h.RecordedAt });
        b.Long(4_000, h => h.Reason).Long(400, h => h.Title);
        b.Mark(
                Privacy.None,
                h => h.Kind,
                h => h.OccurredOn,
                h => h.RecordedAt,
                h => h.ActorRole,
                h => h.ReasonCode,
                h => h.RuleIds
            )
            .Mark(Privacy.Personal, h => h.ActorName, h => h.Title, h => h.Reason);
    }
}

/// <summary>The one way an act that belongs to no case is written down. It is saved with the act itself.</summary>
public sealed class CouncilHistory(FosterDb db, LondonClock clock)
{
    /// <param name="note">Kind, title, day, reasons and rules count; what only cases have does not.</param>
    public void Write(Actor actor, Guid subjectId, HistoryNote note) =>
        db.Add(
            new CouncilHistoryEntry
            {
                CouncilId = actor.CouncilId,
                SubjectId = subjectId,
                Kind = note.Kind,
                Title = note.Title,
                OccurredOn = note.OccurredOn ?? clock.Today,
                RecordedAt = clock.Now,
                ActorId = actor.AccountId == Guid.Empty ? null : actor.AccountId,
                ActorName = actor.Name,
                ActorRole = actor.Role.ToString(),
                ReasonCode = note.ReasonCode,
                Reason = note.Reason,
                RuleIds = string.Join(' ', note.Rules),
            }
        );
}
