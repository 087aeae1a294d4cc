using Foster.Web.Features.Cases;
using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Security;
using Foster.Web.Foundation.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate;

/// <summary>Whether somebody can sign in.</summary>
public enum StaffState
{
    Invited,
    Active,
    Disabled,
}

/// <summary>What narrows the list of staff.</summary>
public sealed record StaffFilter(string? Name = null, Role? Role = null, StaffState? State = null);

/// <summary>One member of staff on the list.</summary>
/// <param name="LastSeenAt">When they last did something here; null where no session of theirs is kept.</param>
public sealed record StaffLine(
    Guid Id,
    string Name,
    IReadOnlyList<Role> Roles,
    StaffState State,
    bool HasFactor,
    DateTime? LastSeenAt
);

/// <summary>A request to reset somebody's second step that waits for a second administrator.</summary>
public sealed record OpenReset(
    string AskedBy,
    bool ByReader,
    DateTime AskedAt,
    DateTime ExpiresAt,
    string Reason
);

/// <summary>One member of staff as administrators see them.</summary>
public sealed record StaffPerson(
    StaffLine Line,
    string SignInName,
    string? Email,
    bool IsReader,
    IReadOnlyList<string> ElsewhereAt,
    OpenReset? Reset,
    bool OtherAdministrators
);

/// <summary>The accounts of a council's staff, for its administrators. No case is among it (R-SOD-07).</summary>
public sealed class PeopleReads(FosterDb db, LondonClock clock)
{
    public const int PageSize = 25;
    private const int MostWords = 5;

    public async Task<ListPage<StaffLine>> PageAsync(
        StaffFilter filter,
        Actor actor,
        string? after,
        CancellationToken ct
    )
    {
        var people = Of(actor, filter.Role);
        foreach (var word in Words.Fold(filter.Name ?? "").Split(' ').Take(MostWords))
            if (word.Length > 0)
                people = people.Where(a => a.SearchName.Contains(word));
        people = filter.State switch
        {
            StaffState.Disabled => people.Where(a => a.IsDisabled),
            StaffState.Invited => people.Where(a => !a.IsDisabled && a.PasswordHash == null),
            StaffState.Active => people.Where(a => !a.IsDisabled && a.PasswordHash != null),
            _ => people,
        };
        if (
            Guid.TryParse(after, out var id)
            && await db
                .Users.Where(a => a.Id == id)
                .Select(a => a.SearchName)
                .FirstOrDefaultAsync(ct)
                is { } name
        )
            people = people.Where(a =>
                a.SearchName.CompareTo(name) > 0 || (a.SearchName == name && a.Id.CompareTo(id) > 0)
            );
        var found = await people
            .OrderBy(a => a.SearchName)
            .ThenBy(a => a.Id)
            .Take(PageSize + 1)
            .Select(a => a.Id)
            .ToListAsync(ct);
        var shown = found.Take(PageSize).ToList();
        var lines = await LinesAsync(shown, actor, ct);
        return new(
            [.. shown.Select(s => lines[s])],
            found.Count > PageSize ? shown[^1].ToString() : null
        );
    }

    /// <summary>Null where the account holds no role of staff in the reader's council.</summary>
    public async Task<StaffPerson?> OneAsync(Guid accountId, Actor actor, CancellationToken ct)
    {
        if (!await Of(actor, null).AnyAsync(a => a.Id == accountId, ct))
            return null;
        var line = (await LinesAsync([accountId], actor, ct))[accountId];
        var account = await db
            .Users.Where(a => a.Id == accountId)
            .Select(a => new { Name = a.PasswordHash == null ? a.Email : a.UserName, a.Email })
            .SingleAsync(ct);
        var elsewhere = await (
            from r in db.Set<RoleAssignment>()
            join c in db.Set<Council>() on r.CouncilId equals c.Id
            where r.AccountId == accountId && r.CouncilId != actor.CouncilId
            orderby c.Name
            select c.Name
        )
            .Distinct()
            .ToListAsync(ct);
        var now = clock.Now;
        var reset = await db.Set<FactorReset>()
            .AsNoTracking()
            .Where(r => r.AccountId == accountId && r.EndedAt == null && r.ExpiresAt > now)
            .OrderByDescending(r => r.AskedAt)
            .FirstOrDefaultAsync(ct);
        return new StaffPerson(
            line,
            account.Name ?? "",
            account.Email,
            accountId == actor.AccountId,
            elsewhere,
            reset is null
                ? null
                : new(
                    reset.AskedBy,
                    reset.AskedById == actor.AccountId,
                    reset.AskedAt,
                    reset.ExpiresAt,
                    reset.Reason
                ),
            await (
                from r in db.Set<RoleAssignment>()
                join a in db.Users on r.AccountId equals a.Id
                where
                    r.Role == Role.Administrator
                    && r.AccountId != actor.AccountId
                    && r.AccountId != accountId
                    && !a.IsDisabled
                    && db.Set<RoleAssignment>()
                        .Any(o =>
                            o.AccountId == accountId
                            && o.CouncilId == r.CouncilId
                            && Roles.Staff.Contains(o.Role)
                        )
                select r
            ).AnyAsync(ct)
        );
    }

    private IQueryable<Account> Of(Actor actor, Role? role)
    {
        var roles = db.Set<RoleAssignment>().Where(r => r.CouncilId == actor.CouncilId);
        roles = role is { } one
            ? roles.Where(r => r.Role == one)
            : roles.Where(r => Roles.Staff.Contains(r.Role));
        return db.Users.AsNoTracking().Where(a => roles.Any(r => r.AccountId == a.Id));
    }

    private async Task<Dictionary<Guid, StaffLine>> LinesAsync(
        List<Guid> ids,
        Actor actor,
        CancellationToken ct
    )
    {
        var accounts = await db
            .Users.AsNoTracking()
            .Where(a => ids.Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                a.DisplayName,
                a.IsDisabled,
                HasPassword = a.PasswordHash != null,
                HasFactor = db.Set<Authenticator>().Any(f => f.AccountId == a.Id)
                    || db.UserPasskeys.Any(p => p.UserId == a.Id),
                LastSeenAt = db.Set<Session>()
                    .Where(s => s.AccountId == a.Id)
                    .Max(s => (DateTime?)s.LastSeenAt),
            })
            .ToListAsync(ct);
        var roles = await db.Set<RoleAssignment>()
            .Where(r => r.CouncilId == actor.CouncilId && ids.Contains(r.AccountId))
            .ToListAsync(ct);
        return accounts.ToDictionary(
            a => a.Id,
            a => new StaffLine(
                a.Id,
                a.DisplayName,
                [
                    .. roles
                        .Where(r => r.AccountId == a.Id && r.Role.IsStaff())
                        .Select(r => r.Role)
                        .Order(),
                ],
                a.IsDisabled ? StaffState.Disabled
                    : a.HasPassword ? StaffState.Active
                    : StaffState.Invited,
                a.HasFactor,
                a.LastSeenAt
            )
        );
    }
}
