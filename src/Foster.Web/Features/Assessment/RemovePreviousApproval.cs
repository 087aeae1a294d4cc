using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record RemovePreviousApprovalInput(Guid PreviousApprovalId, string Reason);

/// <summary>An approval elsewhere that was recorded by mistake is taken off, while nothing has come of it (S3-07).</summary>
public sealed class RemovePreviousApproval(
    FosterDb db,
    FormerReference reference,
    Stage1Completion completion,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        RemovePreviousApprovalInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var approval = await db.Set<PreviousApproval>()
            .SingleOrDefaultAsync(p => p.Id == input.PreviousApprovalId, ct);
        if (approval is null)
            return Result.Refused("This approval is not open to you.");
        var application = await db.Set<Application>()
            .SingleAsync(a => a.CaseId == approval.CaseId, ct);
        var against = new List<Refusal>(AssessmentReasons.Against(input.Reason));
        if (!actor.Is(Role.Assessor))
            against.Add(
                new Refusal("Only the assessor of the case takes an approval off.", "S3-07")
            );
        if (!RefereeAct.IsWorkedOn(application))
            against.Add(
                new Refusal("What is recorded here stays once the report is shared.", "S3-07")
            );
        if (
            await db.Set<ServiceRequest>().AnyAsync(r => r.PreviousApprovalId == approval.Id, ct)
            || (await db.OfCaseAsync<Check>(approval.CaseId, ct)).Any(c =>
                c.PreviousApprovalId == approval.Id && c.State == CheckState.Received
            )
        )
            against.Add(
                new Refusal(
                    "That service was asked or has answered, so the approval stays on record. If the day is wrong, correct when it ended.",
                    "R-TRF-05"
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        await reference.LeaveAsync(approval, "The approval elsewhere was recorded by mistake.", ct);
        db.Remove(approval);
        await history.WriteAsync(
            actor,
            approval.CaseId,
            new HistoryNote(
                "approval.elsewhere-removed",
                "An approval by another service was recorded by mistake and taken off"
            )
            {
                PersonId = approval.PersonId,
                Reason = input.Reason.Trim(),
                Rules = ["S3-07", "R-TRF-05"],
            },
            ct
        );
        await completion.IfCompleteAsync(application, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
