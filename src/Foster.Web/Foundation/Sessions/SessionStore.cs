using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Sessions;

/// <summary>A session as its owner sees it in the list.</summary>
public sealed record SessionLine(
    Guid Id,
    string Device,
    SignInWay Way,
    DateTime StartedAt,
    DateTime LastSeenAt
);

/// <summary>Sessions in the database, which every node asks at each request.</summary>
public sealed class SessionStore(FosterDb db, LondonClock clock, SessionLimits limits)
{
    /// <summary>Rows are kept so long after their start, for the late posts of their owners.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>Starts a session and forgets the account's oldest ones.</summary>
    /// <returns>The row, and the key that goes into the cookie.</returns>
    public async Task<(Session Session, string Key)> StartAsync(
        Account account,
        Position position,
        bool isStaff,
        SignInWay way,
        bool proven,
        string? userAgent,
        CancellationToken ct
    )
    {
        var now = clock.Now;
        var key = SecretKey.Make();
        var session = new Session
        {
            KeyHash = SecretKey.HashOf(key)!,
            AccountId = account.Id,
            CouncilId = position.CouncilId,
            Role = position.Role,
            IsStaff = isStaff,
            Way = way,
            Device = DeviceWords.Of(userAgent),
            StartedAt = now,
            LastSeenAt = now,
            ConfirmedAt = now,
            FactorAt = proven ? now : null,
        };
        var oldest = now - Kept;
        db.RemoveRange(
            await db.Set<Session>()
                .Where(s => s.AccountId == account.Id && s.StartedAt < oldest)
                .ToListAsync(ct)
        );
        db.Add(session);
        await db.SaveChangesAsync(ct);
        return (session, key);
    }

    /// <summary>The session behind a key with all that its account holds now: one indexed query.</summary>
    public async Task<(Presence? Alive, EndedSession? Ended)> FindAsync(
        string keyHash,
        CancellationToken ct
    )
    {
        var row = await (
            from s in db.Set<Session>()
            join a in db.Users on s.AccountId equals a.Id
            where s.KeyHash == keyHash
            select new
            {
                Session = s,
                a.UserName,
                a.DisplayName,
                a.IsDisabled,
                Roles = db.Set<RoleAssignment>()
                    .Where(r => r.AccountId == s.AccountId && r.CouncilId == s.CouncilId)
                    .Select(r => r.Role)
                    .ToList(),
                Capabilities = db.Set<CapabilityHolder>()
                    .Where(c => c.AccountId == s.AccountId && c.CouncilId == s.CouncilId)
                    .Select(c => c.Capability)
                    .ToList(),
            }
        )
            .AsNoTracking()
            .AsSingleQuery()
            .SingleOrDefaultAsync(ct);
        if (row is null || row.IsDisabled)
            return (null, null);
        var ends = limits.EndOf(row.Session);
        return row.Session.EndedAt is null && ends > clock.Now
            ? (
                new Presence(
                    row.Session,
                    row.UserName!,
                    row.DisplayName,
                    row.Roles,
                    row.Session.Role.IsStaff() ? row.Capabilities : [],
                    ends
                ),
                null
            )
            : (null, new EndedSession(row.Session, row.UserName!));
    }

    /// <summary>Writes that the owner was here, where a minute has gone by since it was last written.</summary>
    public async Task<Presence> SeenAsync(Presence who, CancellationToken ct)
    {
        var now = clock.Now;
        if (now - who.Session.LastSeenAt < SeenEvery)
            return who;
        await ChangeAsync(who.Session.Id, s => s.SetProperty(x => x.LastSeenAt, now), ct);
        who.Session.LastSeenAt = now;
        return who with { EndsAt = limits.EndOf(who.Session) };
    }

    /// <summary>Writes that somebody has proved again who they are, and whether they did so with a second factor.</summary>
    public Task ConfirmAsync(Guid id, bool withFactor, CancellationToken ct)
    {
        var now = clock.Now;
        return ChangeAsync(
            id,
            s =>
            {
                s.SetProperty(x => x.ConfirmedAt, now).SetProperty(x => x.LastSeenAt, now);
                if (withFactor)
                    s.SetProperty(x => x.FactorAt, now);
            },
            ct
        );
    }

    /// <summary>Prolongs the session as far as it goes, because its owner asked for it.</summary>
    public Task ExtendAsync(Guid id, CancellationToken ct)
    {
        var now = clock.Now;
        return ChangeAsync(id, s => s.SetProperty(x => x.LastSeenAt, now), ct);
    }

    public Task ActAsync(Guid id, Guid councilId, Role role, CancellationToken ct) =>
        ChangeAsync(
            id,
            s => s.SetProperty(x => x.CouncilId, councilId).SetProperty(x => x.Role, role),
            ct
        );

    /// <summary>The key of a session is changed when its rights grow, so that an older copy of its cookie is worth nothing.</summary>
    public async Task<string> RenewKeyAsync(Guid id, CancellationToken ct)
    {
        var key = SecretKey.Make();
        var hash = SecretKey.HashOf(key)!;
        await ChangeAsync(id, s => s.SetProperty(x => x.KeyHash, hash), ct);
        return key;
    }

    /// <summary>Ends one session of an account. False where it has none like that.</summary>
    public async Task<bool> EndAsync(Guid accountId, Guid id, CancellationToken ct)
    {
        var now = clock.Now;
        return await db.WriteNowAsync(
                () =>
                    db.Set<Session>()
                        .Where(s => s.Id == id && s.AccountId == accountId && s.EndedAt == null)
                        .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct),
                ct
            ) > 0;
    }

    /// <summary>Ends every session of an account, but for the one that stays.</summary>
    public Task<int> EndAllAsync(Guid accountId, Guid? but, CancellationToken ct)
    {
        var now = clock.Now;
        return db.WriteNowAsync(
            () =>
                db.Set<Session>()
                    .Where(s => s.AccountId == accountId && s.Id != but && s.EndedAt == null)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct),
            ct
        );
    }

    /// <summary>The sessions of an account that are going on, newest first.</summary>
    public async Task<IReadOnlyList<SessionLine>> ListAsync(Guid accountId, CancellationToken ct)
    {
        var rows = await db.Set<Session>()
            .AsNoTracking()
            .Where(s => s.AccountId == accountId && s.EndedAt == null)
            .OrderByDescending(s => s.StartedAt)
            .ToListAsync(ct);
        return
        [
            .. rows.Where(s => limits.EndOf(s) > clock.Now)
                .Select(s => new SessionLine(s.Id, s.Device, s.Way, s.StartedAt, s.LastSeenAt)),
        ];
    }

    /// <summary>The session, alive or not, that the cookie of this browser leads to.</summary>
    public async Task<Session?> OfCookieAsync(
        HttpContext context,
        SessionCookies cookies,
        CancellationToken ct
    ) =>
        SecretKey.HashOf(cookies.Read(context, SessionCookie.Session)) is { } hash
            ? await db.Set<Session>()
                .AsNoTracking()
                .SingleOrDefaultAsync(s => s.KeyHash == hash, ct)
            : null;

    /// <summary>Where the account acted last, if it has been here within the days that are kept.</summary>
    public async Task<(Guid CouncilId, Role Role)?> LastPlaceAsync(
        Guid accountId,
        CancellationToken ct
    )
    {
        var last = await db.Set<Session>()
            .Where(s => s.AccountId == accountId)
            .OrderByDescending(s => s.StartedAt)
            .Select(s => new { s.CouncilId, s.Role })
            .FirstOrDefaultAsync(ct);
        return last is null ? null : (last.CouncilId, last.Role);
    }

    private Task<int> ChangeAsync(
        Guid id,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Session>> change,
        CancellationToken ct
    ) =>
        db.WriteNowAsync(
            () =>
                db.Set<Session>()
                    .Where(s => s.Id == id && s.EndedAt == null)
                    .ExecuteUpdateAsync(change, ct),
            ct
        );
}
