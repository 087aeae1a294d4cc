using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

public enum AssessmentStep
{
    Assess,
    DeclineToAssess,
    ConfirmStage1,
    ProposeRefusal,
    PassStage1,
    RefuseStage1,
    OpenStage2,
    QualityCheck,
    MidwayReview,
    TakeBackRefusal,
}

/// <summary>A decision in an assessment: who, when, why. A row of its own, never a column (R-ASSESS-17).</summary>
public sealed class AssessmentDecision : ICaseOwned, IAppendOnly
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required AssessmentStep Step { get; init; }
    public required DateOnly On { get; init; }
    public required Guid ById { get; init; }
    public required string By { get; init; }
    public required Role Role { get; init; }
    public string? ReasonCode { get; init; }
    public string? Reason { get; init; }

    /// <summary>The revision of the report that a quality check is about.</summary>
    public int? Revision { get; init; }

    public static AssessmentDecision Of(
        AssessmentStep step,
        Actor actor,
        Guid caseId,
        DateOnly on,
        string? reasonCode = null,
        string? reason = null,
        int? revision = null
    ) =>
        new()
        {
            CouncilId = actor.CouncilId,
            CaseId = caseId,
            Step = step,
            On = on,
            ById = actor.AccountId,
            By = actor.Name,
            Role = actor.Role,
            ReasonCode = reasonCode,
            Reason = reason,
            Revision = revision,
        };
}
