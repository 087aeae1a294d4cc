using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

public sealed record OpenTransferInput(Guid CaseId, string Service, bool ChildrenPlaced);

/// <summary>Staff learn that somebody fosters for another service now, and put the case on the transfer track (R-ENQ-12).</summary>
public sealed class OpenTransfer(
    FosterDb db,
    CaseReads cases,
    TransferBook book,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(OpenTransferInput input, Actor actor, CancellationToken ct)
    {
        var against = new List<Refusal>();
        if (!actor.Is(Role.RecruitmentOfficer, Role.Assessor, Role.TeamManager))
            against.Add(
                new Refusal(
                    "A transfer is opened by the recruitment officer, the assessor or the team manager.",
                    "R-ENQ-12"
                )
            );
        if (await cases.FindAsync(input.CaseId, ct) is not { ClosedOn: null })
            return Result.Refused("This case is not open to you.");
        if (string.IsNullOrWhiteSpace(input.Service))
            against.Add(new Refusal("Enter the name of the service.", "R-ENQ-12", "service"));
        if (await db.Set<Transfer>().AnyAsync(t => t.CaseId == input.CaseId, ct))
            against.Add(
                new Refusal(
                    "This case has a transfer already. Where it was stopped, take it up again.",
                    "R-ENQ-12"
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        await history.WriteAsync(
            actor,
            input.CaseId,
            book.Open(input.CaseId, input.Service, input.ChildrenPlaced, actor),
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
