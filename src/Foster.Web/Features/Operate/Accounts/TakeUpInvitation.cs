using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.AspNetCore.Identity;

namespace Foster.Web.Features.Operate.Accounts;

/// <param name="Secret">What stands in the address of the invitation.</param>
/// <param name="AccountId">Who is signed in.</param>
public sealed record TakeUpInvitationInput(string Secret, Guid AccountId);

/// <summary>
/// Somebody who works for another council, or is a carer, takes up an invitation with the account they have. Their
/// sessions end: with the new roles they sign in anew, and no role of staff opens without a second factor.
/// </summary>
public sealed class TakeUpInvitation(
    FosterDb db,
    Links links,
    UserManager<Account> accounts,
    StandIn standIns,
    SessionStore sessions,
    TellOwner tell,
    CouncilHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        TakeUpInvitationInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var link = await links.FindAsync(input.Secret, LinkPurpose.StaffInvitation, ct);
        var standIn =
            link is not null && links.IsLive(link) && link.CouncilId == actor.CouncilId
                ? await accounts.FindByIdAsync(link.SubjectId.ToString())
                : null;
        if (link is null || standIn is not { IsDisabled: false })
            return Result.Refused("This link has expired or was used. Ask for a new one.");
        if (
            await standIns.OwnerAsync(standIn, ct) is not { IsDisabled: false } owner
            || owner.Id != input.AccountId
        )
            return Result.Refused(
                "This invitation was sent to somebody else. Sign in with the address that it came to."
            );
        var against = await standIns.PassOnAsync(standIn, owner, link.CouncilId, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        link.UsedAt = clock.Now;
        history.Write(
            actor with
            {
                AccountId = owner.Id,
                Name = owner.DisplayName,
            },
            owner.Id,
            new HistoryNote("account.accepted", $"{owner.DisplayName} took up the invitation")
            {
                Rules = ["R-SOD-07"],
            }
        );
        await tell.OfAdministratorsActAsync(owner, AccountNews.RolesChanged, actor, ct);
        await db.SaveChangesAsync(ct);
        await sessions.EndAllAsync(owner.Id, null, ct);
        return Result.Done;
    }
}
