using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Cases;

/// <summary>Something that a case waits for from others, and for which no date is set.</summary>
public sealed class CaseWait
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required string Reference { get; init; }
    public required DateOnly Since { get; init; }
    public required string Title { get; init; }
    public required string WaitsFor { get; init; }
    public required string RuleId { get; init; }
    public required string Why { get; init; }
}

/// <summary>What a feature knows of that runs on no clock. Registered by the feature's module.</summary>
public interface ICaseWaits
{
    /// <summary>Of the reader's own cases; nothing for whoever has none.</summary>
    IQueryable<CaseWait> For(Actor actor);
}
