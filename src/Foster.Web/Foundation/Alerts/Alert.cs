using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Foster.Web.Foundation.Alerts;

/// <summary>Something that an administrator has to look at now. It names nobody and no case.</summary>
public sealed class Alert : ICouncilOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }

    /// <summary>A stable key such as history.broken.</summary>
    public required string Kind { get; init; }

    /// <summary>What makes it this one and not another of its kind; raised again under the same key it stays one.</summary>
    public required string Key { get; init; }
    public required string Text { get; init; }
    public required DateTime RaisedAt { get; init; }
    public DateTime? SettledAt { get; private set; }
    public string? SettledBy { get; private set; }
    public uint Version { get; set; }

    public void Settle(DateTime at, string by) => (SettledAt, SettledBy) = (at, by);
}

/// <summary>A sign-in that failed, kept for a day.</summary>
public sealed class FailedSignIn
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The account whose name was given; null where there is none of that name.</summary>
    public Guid? AccountId { get; init; }
    public required DateTime At { get; init; }
}

public sealed class AlertMap
    : IEntityTypeConfiguration<Alert>,
        IEntityTypeConfiguration<FailedSignIn>
{
    public void Configure(EntityTypeBuilder<Alert> b)
    {
        b.ToTable("Alerts");
        b.HasIndex(a => new { a.CouncilId, a.Key }).IsUnique();
        b.Long(400, a => a.Text);
        b.Mark(
                Privacy.None,
                a => a.Kind,
                a => a.Key,
                a => a.Text,
                a => a.RaisedAt,
                a => a.SettledAt,
                a => a.Version
            )
            .Mark(Privacy.Personal, a => a.SettledBy);
    }

    public void Configure(EntityTypeBuilder<FailedSignIn> b)
    {
        b.ToTable("FailedSignIns");
        b.HasIndex(f => f.At);
        b.Mark(Privacy.None, f => f.At);
    }
}
