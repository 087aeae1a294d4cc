using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Identity;

namespace Foster.Web.Features.Operate.Accounts;

public sealed record ResendStaffInvitationInput(Guid AccountId);

/// <summary>
/// Sends the invitation again, for an administrator, or for the invited person whose link has expired. Who has taken it
/// up already is sent nothing, and whoever asks is not told.
/// </summary>
public sealed class ResendStaffInvitation(
    FosterDb db,
    UserManager<Account> accounts,
    Throttle throttle,
    SendStaffInvitation send,
    CouncilHistory history
)
{
    public async Task<Result> RunAsync(
        ResendStaffInvitationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var account = await accounts.FindByIdAsync(input.AccountId.ToString());
        if (
            account is not { IsDisabled: false, PasswordHash: null, Email: not null }
            || !await throttle.AdmitAsync(TryKind.Mail, account.Id.ToString(), ct)
        )
            return Result.Done;
        history.Write(
            actor,
            account.Id,
            new HistoryNote("account.invited-again", $"Sent {account.DisplayName} a new link")
        );
        await send.RunAsync(account, actor, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
