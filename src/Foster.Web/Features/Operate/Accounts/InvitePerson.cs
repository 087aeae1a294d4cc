using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Accounts;

/// <summary>A role in a council.</summary>
public sealed record RoleIn(Guid CouncilId, Role Role);

public sealed record InvitePersonInput(string Email, string Name, IReadOnlyList<RoleIn> Roles);

/// <summary>
/// Makes an account for a member of staff and sends its owner the link with which they choose a password. Until then
/// nobody can sign in to it, and after that a second factor comes first. Whose address signs in already, for another
/// council or as a carer, gets a stand-in that looks the same to the administrator: its roles pass to the owner's own
/// account when they take up the invitation there (<see cref="TakeUpInvitation"/>).
/// </summary>
public sealed class InvitePerson(
    FosterDb db,
    UserManager<Account> accounts,
    SignIns signIns,
    SendStaffInvitation send,
    CouncilHistory history
)
{
    /// <returns>The account that was made.</returns>
    public async Task<Result<Guid>> RunAsync(
        InvitePersonInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var email = EmailField.Normalise(input.Email.Trim());
        var against = await AgainstAsync(input, email, actor, ct);
        if (against.Count > 0)
            return Result<Guid>.Refused(against);
        var isKnown = await signIns.NamedAsync(email!, ct) is not null;
        var account = new Account
        {
            UserName = isKnown ? StandIn.NewName() : email,
            Email = email,
            DisplayName = Words.Tidy(input.Name, false),
        };
        return await db.WriteTogetherAsync<Result<Guid>>(
            async () =>
            {
                var made = await accounts.CreateAsync(account);
                if (!made.Succeeded)
                    return Result<Guid>.Refused([
                        .. made.Errors.Select(e => new Refusal(e.Description, null, "email")),
                    ]);
                if (isKnown)
                    // Found by its address, it would stand in the way of the owner's own sign-in.
                    account.NormalizedEmail = null;
                foreach (var held in input.Roles.Distinct())
                    db.Add(
                        new RoleAssignment
                        {
                            AccountId = account.Id,
                            CouncilId = held.CouncilId,
                            Role = held.Role,
                        }
                    );
                history.Write(
                    actor,
                    account.Id,
                    new HistoryNote(
                        "account.invited",
                        $"Invited {account.DisplayName} as "
                            + string.Join(", ", input.Roles.Select(r => r.Role.Title()).Distinct())
                    )
                    {
                        Rules = ["R-SOD-07"],
                    }
                );
                await send.RunAsync(account, actor, ct);
                await db.SaveChangesAsync(ct);
                return account.Id;
            },
            ct
        );
    }

    /// <summary>On the list of the administrator's own staff, so that saying so tells them nothing.</summary>
    private Task<bool> IsHereAsync(string email, Guid councilId, CancellationToken ct) =>
        (
            from r in db.Set<RoleAssignment>()
            join a in db.Users on r.AccountId equals a.Id
            where
                r.CouncilId == councilId
                && Roles.Staff.Contains(r.Role)
                && (a.Email == email || a.UserName == email)
            select r
        ).AnyAsync(ct);

    private async Task<List<Refusal>> AgainstAsync(
        InvitePersonInput input,
        string? email,
        Actor actor,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>();
        if (actor.Role is not (Role.Administrator or Role.System))
            against.Add(new Refusal("Only an administrator invites people.", "R-SOD-07"));
        if (email is null)
            against.Add(
                new Refusal(
                    "Enter an email address in the correct format, like name@example.com",
                    null,
                    "email"
                )
            );
        else if (await IsHereAsync(email, actor.CouncilId, ct))
            against.Add(
                new Refusal(
                    "Somebody of your staff has this address already. Give them the role on their own page, or send their invitation again.",
                    null,
                    "email"
                )
            );
        if (Words.Tidy(input.Name, false).Length == 0)
            against.Add(new Refusal("Enter their name", null, "name"));
        if (input.Roles.Count == 0)
            against.Add(new Refusal("Choose one role or more", null, "roles"));
        foreach (var here in input.Roles.GroupBy(r => r.CouncilId))
            against.AddRange(RoleRules.Against([.. here.Select(r => r.Role).Distinct()]));
        var own = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == actor.AccountId && r.Role == Role.Administrator)
            .Select(r => r.CouncilId)
            .ToListAsync(ct);
        if (
            input.Roles.Any(r =>
                !own.Contains(r.CouncilId)
                && (actor.Role != Role.System || r.CouncilId != actor.CouncilId)
            )
        )
            against.Add(
                new Refusal(
                    "Roles are given only in councils of which you are the administrator.",
                    "R-SOD-07",
                    "roles"
                )
            );
        return against;
    }
}
