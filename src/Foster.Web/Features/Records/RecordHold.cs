using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Records;

/// <summary>A legal hold or the notice of an inquiry: while it stands nothing of the case is erased (R-DP-13).</summary>
public sealed class RecordHold : ICaseOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required string Reason { get; init; }
    public required DateOnly PlacedOn { get; init; }
    public required Guid PlacedById { get; init; }
    public required string PlacedBy { get; init; }

    /// <summary>When somebody looks whether it is still needed. It does not end by itself.</summary>
    public required DateOnly ReviewOn { get; init; }
    public DateOnly? LiftedOn { get; private set; }
    public string? LiftedBy { get; private set; }
    public string? LiftReason { get; private set; }
    public uint Version { get; set; }

    public bool Stands => LiftedOn is null;

    public Result Lift(DateOnly on, string by, string reason)
    {
        if (!Stands)
            return Result.Refused("The hold has been lifted already.", "R-DP-13");
        if (ReasonRule.Against(reason) is { Count: > 0 } against)
            return Result.Refused(against);
        (LiftedOn, LiftedBy, LiftReason) = (on, by, reason);
        return Result.Done;
    }
}
