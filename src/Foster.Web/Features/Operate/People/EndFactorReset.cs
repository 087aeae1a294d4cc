using Foster.Web.Features.Operate.Accounts;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.People;

/// <param name="Confirm">True to do it, false to withdraw the request.</param>
public sealed record EndFactorResetInput(Guid AccountId, bool Confirm);

/// <summary>
/// The second of two administrators confirms (R-SOD-07): app, passkeys and recovery codes are gone, sessions end, and the
/// owner, who is told, sets up a new second step before anything opens to them. Or somebody withdraws the request.
/// </summary>
public sealed class EndFactorReset(
    FosterDb db,
    Colleagues colleagues,
    UserManager<Account> accounts,
    Authenticators authenticators,
    RecoveryCodes recovery,
    KnownDevices devices,
    SessionStore sessions,
    TellOwner tell,
    CouncilHistory history,
    LondonClock clock
)
{
    public Task<Result> RunAsync(EndFactorResetInput input, Actor actor, CancellationToken ct) =>
        colleagues.AloneAsync(actor, () => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(
        EndFactorResetInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var account = await colleagues.FindAsync(input.AccountId, actor, ct);
        var against = Colleagues.Against(account, actor);
        if (against.Count > 0)
            return Result.Refused(against);
        var now = clock.Now;
        var asked = await db.Set<FactorReset>()
            .Where(r => r.AccountId == input.AccountId && r.EndedAt == null)
            .OrderByDescending(r => r.AskedAt)
            .FirstOrDefaultAsync(ct);
        if (asked is null || !asked.IsOpen(now))
            return Result.Refused("No reset is asked for, or it is too late to confirm it.");
        if (!input.Confirm)
        {
            asked.Withdraw(actor.Name, now);
            Note(
                actor,
                account!,
                "account.factor-reset-withdrawn",
                "Withdrew the request to reset"
            );
            await db.SaveChangesAsync(ct);
            return Result.Done;
        }

        if (!await colleagues.IsAdministratorAsync(asked.AskedById, asked.CouncilId, ct))
            return Result.Refused(
                "Whoever asked for this reset is no longer an administrator. Withdraw it, then ask for it anew.",
                "R-SOD-07"
            );
        var confirmed = asked.Confirm(actor.AccountId, actor.Name, now);
        if (!confirmed.Ok)
            return confirmed;
        Note(actor, account!, "account.factor-reset", "Confirmed and carried out the reset of");
        await tell.OfAdministratorsActAsync(account!, AccountNews.FactorReset, actor, ct);
        await db.SaveChangesAsync(ct);
        await authenticators.RemoveAsync(account!.Id, ct);
        await recovery.RemoveAsync(account.Id, ct);
        foreach (var passkey in await accounts.GetPasskeysAsync(account))
            await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        await devices.ForgetAsync(account.Id, ct);
        await sessions.EndAllAsync(account.Id, null, ct);
        return Result.Done;
    }

    private void Note(Actor actor, Account account, string kind, string what) =>
        history.Write(
            actor,
            account.Id,
            new HistoryNote(kind, $"{what} the second step of {account.DisplayName}")
            {
                Rules = ["R-SOD-07"],
            }
        );
}
