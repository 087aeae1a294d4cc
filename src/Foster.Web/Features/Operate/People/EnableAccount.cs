using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Operate.People;

public sealed record EnableAccountInput(Guid AccountId, string Reason);

/// <summary>The account works again, with the roles and the second step it had.</summary>
public sealed class EnableAccount(
    FosterDb db,
    Colleagues colleagues,
    TellOwner tell,
    CouncilHistory history
)
{
    public async Task<Result> RunAsync(EnableAccountInput input, Actor actor, CancellationToken ct)
    {
        var account = await colleagues.FindAsync(input.AccountId, actor, ct);
        var against = Colleagues.Against(account, actor);
        against.AddRange(Colleagues.AgainstReason(input.Reason));
        if (account is { IsDisabled: false })
            against.Add(new Refusal("The account is not disabled."));
        if (against.Count > 0)
            return Result.Refused(against);
        account!.IsDisabled = false;
        history.Write(
            actor,
            account.Id,
            new HistoryNote("account.enabled", $"Enabled the account of {account.DisplayName}")
            {
                Rules = ["R-SOD-07", "R-VAL-06"],
                Reason = input.Reason,
            }
        );
        await tell.OfAdministratorsActAsync(account, AccountNews.Enabled, actor, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
