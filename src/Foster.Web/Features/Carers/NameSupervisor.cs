using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Carers;

public sealed record NameSupervisorInput(Guid CaseId, Guid AccountId);

/// <summary>The team manager names the supervising social worker of a household (R-SUP-01).</summary>
public sealed class NameSupervisor(
    FosterDb db,
    AllocateWorker allocate,
    ActivateCarers activate,
    DeadlineBook deadlines,
    CaseHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(NameSupervisorInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.TeamManager))
            return Result.Refused(
                "Only the team manager names the supervising social worker.",
                "R-SUP-01"
            );
        if (!await db.Set<CarerApproval>().AnyAsync(a => a.CaseId == input.CaseId, ct))
            return Result.Refused("Nobody in this case is approved yet.", "R-SUP-01");
        var named = await allocate.RunAsync(
            new(input.CaseId, input.AccountId, Role.SupervisingSocialWorker, clock.Today),
            actor,
            ct
        );
        if (!named.Ok)
            return Result.Refused([.. named.Refusals.Select(r => r with { Field = "supervisor" })]);
        await deadlines.MeetAsync(input.CaseId, DeadlineRules.SupervisorNamed, clock.Today, ct);
        // Who it is stands in the entry of the allocation.
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("carer.supervisor-named", "Supervising social worker named")
            {
                Rules = ["R-SUP-01"],
            },
            ct
        );
        // Only where this was the last thing missing; otherwise it waits for the rest.
        await activate.RunAsync(input.CaseId, actor, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
