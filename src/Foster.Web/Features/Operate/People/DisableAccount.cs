using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.People;

public sealed record DisableAccountInput(Guid AccountId, string Reason);

/// <summary>Nobody signs in to the account any more, and its sessions end at once on every node.</summary>
public sealed class DisableAccount(
    FosterDb db,
    Colleagues colleagues,
    SessionStore sessions,
    TellOwner tell,
    CouncilHistory history
)
{
    public Task<Result> RunAsync(DisableAccountInput input, Actor actor, CancellationToken ct) =>
        colleagues.AloneAsync(actor, () => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(
        DisableAccountInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var account = await colleagues.FindAsync(input.AccountId, actor, ct);
        var against = Colleagues.Against(account, actor);
        against.AddRange(Colleagues.AgainstReason(input.Reason));
        if (account is not null)
            against.AddRange(await AgainstAsync(account, actor, ct));
        if (against.Count > 0)
            return Result.Refused(against);
        account!.IsDisabled = true;
        history.Write(
            actor,
            account.Id,
            new HistoryNote("account.disabled", $"Disabled the account of {account.DisplayName}")
            {
                Rules = ["R-SOD-07", "R-VAL-06"],
                Reason = input.Reason,
            }
        );
        await tell.OfAdministratorsActAsync(account, AccountNews.Disabled, actor, ct);
        await db.SaveChangesAsync(ct);
        await sessions.EndAllAsync(account.Id, null, ct);
        return Result.Done;
    }

    private async Task<List<Refusal>> AgainstAsync(
        Foundation.Security.Account account,
        Actor actor,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (account.IsDisabled)
            against.Add(new Refusal("The account is disabled already."));
        var roles = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == account.Id)
            .ToListAsync(ct);
        if (roles.Any(r => r.CouncilId != actor.CouncilId))
            against.Add(
                new Refusal(
                    "This person also works for another council, whose administrators would have to agree. Take away their roles here instead.",
                    "R-SOD-07"
                )
            );
        if (
            roles.Any(r => r.CouncilId == actor.CouncilId && r.Role == Role.Administrator)
            && await colleagues.IsLastAdministratorAsync(account.Id, actor.CouncilId, ct)
        )
            against.Add(
                new Refusal(
                    "This is the last administrator who can sign in. Make another one first.",
                    "R-SOD-07"
                )
            );
        return against;
    }
}
