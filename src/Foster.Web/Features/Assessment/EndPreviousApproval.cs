using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Assessment;

public sealed record EndPreviousApprovalInput(Guid PreviousApprovalId, DateOnly On);

/// <summary>The approval by another service ends on this day; nobody is approved here before it (R-TRF-01).</summary>
public sealed class EndPreviousApproval(FosterDb db, CaseHistory history)
{
    public async Task<Result> RunAsync(
        EndPreviousApprovalInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var approval = await db.Set<PreviousApproval>()
            .SingleOrDefaultAsync(p => p.Id == input.PreviousApprovalId, ct);
        if (approval is null)
            return Result.Refused("This approval is not open to you.");
        if (!actor.Is(Role.Assessor, Role.TeamManager))
            return Result.Refused(
                "Only the assessor or the team manager records when it ends.",
                "R-TRF-01"
            );
        approval.EndedOn = input.On;
        await history.WriteAsync(
            actor,
            approval.CaseId,
            new HistoryNote(
                "approval.elsewhere-ends",
                $"The approval by another service ends on {BritishDate.Long(input.On)}"
            )
            {
                PersonId = approval.PersonId,
                ForApplicant = "We noted when your approval by another service ends",
                Rules = ["R-TRF-01"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
