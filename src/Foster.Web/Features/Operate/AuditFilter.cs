using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.History;

namespace Foster.Web.Features.Operate;

/// <summary>What the audit page is narrowed to.</summary>
public sealed record AuditFilter
{
    /// <summary>A case by its reference.</summary>
    public string? Reference { get; init; }

    /// <summary>A person on record, by words of the name: whose data was it.</summary>
    public string? Person { get; init; }

    /// <summary>Who did it.</summary>
    public Guid? AccountId { get; init; }
    public AccessAct? Act { get; init; }
    public AccessKind? Kind { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>True where it is about one person's or one case's data.</summary>
    public bool AboutSomebody => Reference is not null || Person is not null;

    public bool Narrowed =>
        AboutSomebody
        || AccountId is not null
        || Act is not null
        || Kind is not null
        || From is not null
        || To is not null;
}

/// <summary>What is asked of each log: whose council, which cases, between which instants, from where on, how many.</summary>
public sealed record AuditSpan(AuditFilter Filter, Guid CouncilId, IReadOnlyList<Guid>? Cases)
{
    public DateTime? From { get; private init; }
    public DateTime? Until { get; private init; }
    public InstantCursor? After { get; init; }
    public int Count { get; init; }

    public static AuditSpan Of(AuditFilter filter, Actor actor, IReadOnlyList<Guid>? cases) =>
        new(filter, actor.CouncilId, cases)
        {
            From = filter.From is { } first ? London.StartOfDayUtc(first) : null,
            Until = filter.To is { } last ? London.StartOfDayUtc(last.AddDays(1)) : null,
        };
}

/// <summary>One entry of the logs, without any content.</summary>
/// <param name="What">The page that was opened, or the kind of act that was recorded.</param>
public sealed record AuditEntry(
    Guid Id,
    DateTime At,
    string Who,
    string Role,
    AccessAct Act,
    string Kinds,
    string What,
    string? Reference,
    Guid? SubjectId,
    int Rows,
    string? FromAddress,
    Guid? ActorId = null
);

/// <summary>Somebody who had to do with a person's data.</summary>
public sealed record AuditReader(
    string Who,
    string Role,
    int Views,
    int Changes,
    int Exports,
    DateTime First,
    DateTime Last
);

/// <summary>A page of entries and what the filter came to.</summary>
/// <param name="Unknown">The case or person is not on record.</param>
/// <param name="TooMany">The name fits too many people.</param>
public sealed record AuditPage(
    IReadOnlyList<AuditEntry> Entries,
    string? Next,
    IReadOnlyList<AuditReader> Readers,
    bool Unknown = false,
    bool TooMany = false
);
