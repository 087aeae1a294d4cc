using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

public sealed record AllocateWorkerInput(Guid CaseId, Guid AccountId, Role Role, DateOnly From)
{
    /// <summary>What the history says; who it is in which role where nothing else is said.</summary>
    public string? Words { get; init; }
    public string? ForApplicant { get; init; }
}

/// <summary>Gives a case to a worker in one role, and ends the hold of whoever had it in that role. The caller saves.</summary>
public sealed class AllocateWorker(
    FosterDb db,
    Naming naming,
    CaseHistory history,
    HandOver handOver,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(AllocateWorkerInput input, Actor actor, CancellationToken ct)
    {
        var found = await db.Set<Case>().SingleOrDefaultAsync(c => c.Id == input.CaseId, ct);
        var worker = await (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            where
                r.AccountId == input.AccountId
                && r.CouncilId == actor.CouncilId
                && r.Role == input.Role
                && !a.IsDisabled
            select new { a.DisplayName }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return Result.Refused("This case is not open to you.");
        if (worker is null)
            return Result.Refused(
                $"Choose somebody who works as {input.Role.Title().ToLowerInvariant()} here."
            );
        if (await IsPersonOfCaseAsync(found, input.AccountId, ct))
            return Result.Refused("Nobody works on their own record.", "R-SOD-08");
        if (
            found.Restricted
            && await naming.FindAsync(found, input.AccountId, ct) is { IsConcerned: true }
        )
            return Result.Refused(Naming.Connected(worker.DisplayName, ""));
        var earlier = await db.Set<Allocation>()
            .Where(a => a.CaseId == input.CaseId && a.Role == input.Role && a.To == null)
            .ToListAsync(ct);
        if (earlier.Any(a => a.AccountId == input.AccountId))
            return Result.Done;
        foreach (var hold in earlier)
        {
            hold.To = clock.Today;
            await naming.PassOnAsync(hold.CaseId, hold.AccountId, hold.Role, ct);
        }
        db.Add(
            new Allocation
            {
                CouncilId = actor.CouncilId,
                CaseId = input.CaseId,
                AccountId = input.AccountId,
                Role = input.Role,
                From = input.From,
            }
        );
        if (found.Restricted)
            await naming.AddAsync(found, input.AccountId, actor, ct);
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(
                "case.allocated",
                input.Words ?? $"{input.Role.Title()}: {worker.DisplayName}"
            )
            {
                OccurredOn = input.From,
                ForApplicant =
                    input.ForApplicant
                    ?? $"{worker.DisplayName} is your {input.Role.Title().ToLowerInvariant()}",
            },
            ct
        );
        await handOver.PublishAsync(
            new WorkerAllocated(input.CaseId, input.AccountId, input.Role),
            actor,
            ct
        );
        return Result.Done;
    }

    private Task<bool> IsPersonOfCaseAsync(Case found, Guid accountId, CancellationToken ct) =>
        (
            from l in db.Set<AccountLink>()
            join m in db.Set<Membership>() on l.PersonId equals m.PersonId
            where l.AccountId == accountId && m.HouseholdId == found.HouseholdId
            select l
        ).AnyAsync(ct);
}
