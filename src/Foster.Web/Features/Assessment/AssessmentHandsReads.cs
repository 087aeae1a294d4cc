using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

/// <summary>Who has had a hand in a case, for the separation of duties over all of a person's roles (R-SOD-12).</summary>
public sealed class AssessmentHandsReads(FosterDb db, HandsReads hands)
{
    /// <summary>Everybody who ever held the case as its assessor.</summary>
    public async Task<IReadOnlyList<Guid>> AssessorsAsync(Guid caseId, CancellationToken ct) =>
        await db.Set<Allocation>()
            .Where(a => a.CaseId == caseId && a.Role == Role.Assessor)
            .Select(a => a.AccountId)
            .Distinct()
            .ToListAsync(ct);

    public async Task<IReadOnlyList<Guid>> QualityCheckersAsync(
        Guid caseId,
        CancellationToken ct
    ) =>
        await db.Set<AssessmentDecision>()
            .Where(d => d.CaseId == caseId && d.Step == AssessmentStep.QualityCheck)
            .Select(d => d.ById)
            .Distinct()
            .ToListAsync(ct);

    /// <summary>Nobody judges an assessment that they made themselves (R-SOD-03).</summary>
    public async Task<IReadOnlyList<Refusal>> AgainstAssessorAsync(
        Guid caseId,
        Actor actor,
        string act,
        CancellationToken ct
    ) =>
        (await AssessorsAsync(caseId, ct)).Contains(actor.AccountId)
            ?
            [
                new Refusal(
                    $"You have been the assessor of this case, so somebody else has to {act}.",
                    "R-SOD-03"
                ),
            ]
            : [];

    /// <summary>
    /// Nobody decides on a case that they supervised or managed, whatever role they act in now, nor for somebody else
    /// (R-SOD-01, R-SOD-06).
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> AgainstDecidingAsync(
        Guid caseId,
        Actor actor,
        CancellationToken ct
    ) =>
        HandsReads.AgainstDeciding(
            actor,
            await hands.RolesInAsync(caseId, actor.AccountId, ct),
            Role.SupervisingSocialWorker,
            Role.TeamManager
        );
}
