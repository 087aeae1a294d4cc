using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.People;

/// <summary>The accounts of staff that an administrator looks after, and what stands against doing it.</summary>
public sealed class Colleagues(FosterDb db)
{
    public const string ReasonField = "reason";

    /// <summary>The account, where it holds a role of staff in the administrator's council; changes to it are saved.</summary>
    public async Task<Account?> FindAsync(Guid accountId, Actor actor, CancellationToken ct)
    {
        var here = await db.Set<RoleAssignment>()
            .Where(r => r.AccountId == accountId && r.CouncilId == actor.CouncilId)
            .Select(r => r.Role)
            .ToListAsync(ct);
        return here.Any(r => r.IsStaff())
            ? await db.Users.SingleOrDefaultAsync(a => a.Id == accountId, ct)
            : null;
    }

    /// <summary>
    /// Runs an act while nobody else changes who works in the council, so that two administrators who act on each other
    /// at once do not leave it without one (R-SOD-07).
    /// </summary>
    public Task<Result> AloneAsync(Actor actor, Func<Task<Result>> act, CancellationToken ct) =>
        db.WriteTogetherAsync(
            async () =>
            {
                await db.AloneAsync($"people {actor.CouncilId}", ct);
                return await act();
            },
            ct
        );

    /// <summary>Who may look after whom (R-SOD-07): administrators, their own council's staff, never themselves.</summary>
    public static List<Refusal> Against(Account? colleague, Actor actor)
    {
        var against = new List<Refusal>();
        if (!actor.Is(Role.Administrator))
            against.Add(new Refusal("Only an administrator looks after accounts.", "R-SOD-07"));
        if (colleague is null)
            against.Add(new Refusal("There is no such account in your council."));
        else if (colleague.Id == actor.AccountId)
            against.Add(
                new Refusal(
                    "This is your own account. Another administrator has to do it.",
                    "R-SOD-07"
                )
            );
        return against;
    }

    /// <summary>A reason that says something (R-VAL-06).</summary>
    public static IReadOnlyList<Refusal> AgainstReason(string reason) =>
        ReasonRule.Against(reason, ReasonField);

    /// <summary>Whether the account administers the council now.</summary>
    public Task<bool> IsAdministratorAsync(Guid accountId, Guid councilId, CancellationToken ct) =>
        (
            from r in db.Set<RoleAssignment>()
            join a in db.Users on r.AccountId equals a.Id
            where
                r.AccountId == accountId
                && r.CouncilId == councilId
                && r.Role == Role.Administrator
                && !a.IsDisabled
            select r
        ).AnyAsync(ct);

    /// <summary>Whether somebody else can still administer the council when this account no longer does.</summary>
    public async Task<bool> IsLastAdministratorAsync(
        Guid accountId,
        Guid councilId,
        CancellationToken ct
    ) =>
        !await (
            from r in db.Set<RoleAssignment>()
            join a in db.Users on r.AccountId equals a.Id
            where
                r.CouncilId == councilId
                && r.Role == Role.Administrator
                && r.AccountId != accountId
                && !a.IsDisabled
                && a.PasswordHash != null
            select r
        ).AnyAsync(ct);
}
