using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>What one worker has to do; of nobody where a case has no worker yet.</summary>
public sealed record TeamLine(
    Guid? AccountId,
    string Name,
    string Role,
    int Cases,
    int Overdue,
    int Today,
    int Week,
    int Waiting
);

/// <summary>
/// The team's work, worker by worker, counted by the database. It sees what its reader sees: restricted cases are in no
/// number for whoever is not named.
/// </summary>
public sealed class TeamReads(FosterDb db, WorkReads work, LondonClock clock)
{
    private static IReadOnlyList<Role> Holding => PlanCover.Holding;

    /// <summary>Cases without a worker first, then everybody who holds cases, by name.</summary>
    public async Task<IReadOnlyList<TeamLine>> AllAsync(Actor actor, CancellationToken ct)
    {
        var people = await (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            where r.CouncilId == actor.CouncilId && Holding.Contains(r.Role) && !a.IsDisabled
            orderby a.DisplayName, a.Id
            select new
            {
                a.Id,
                a.DisplayName,
                r.Role,
            }
        ).ToListAsync(ct);
        var cases = await Held.Join(Open, h => h.CaseId, c => c.Id, (h, c) => h)
            .GroupBy(h => h.AccountId)
            .Select(g => new { g.Key, Count = g.Select(h => h.CaseId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var sums = await SumsAsync(ct);
        var nobody = await NobodyAsync(ct);
        return
        [
            .. nobody.Cases > 0 ? new[] { nobody } : [],
            .. people
                .GroupBy(p => (p.Id, p.DisplayName))
                .Select(p =>
                {
                    var sum = sums.GetValueOrDefault(p.Key.Id);
                    return new TeamLine(
                        p.Key.Id,
                        p.Key.DisplayName,
                        string.Join(", ", p.Select(r => r.Role.Title())),
                        cases.GetValueOrDefault(p.Key.Id),
                        sum.Overdue,
                        sum.Today,
                        sum.Week,
                        sum.Waiting
                    );
                }),
        ];
    }

    /// <summary>A worker of the reader's council by name; null where they hold no cases here.</summary>
    public Task<string?> NameAsync(Guid accountId, Actor actor, CancellationToken ct) =>
        (
            from r in db.Set<RoleAssignment>()
            join a in db.Set<Account>() on r.AccountId equals a.Id
            where
                r.CouncilId == actor.CouncilId
                && Holding.Contains(r.Role)
                && a.Id == accountId
                && !a.IsDisabled
            select a.DisplayName
        ).FirstOrDefaultAsync(ct);

    /// <summary>The list behind a number.</summary>
    /// <param name="accountId">Null for the cases without a worker.</param>
    public Task<ListPage<WorkItem>> PageAsync(
        Guid? accountId,
        WorkPart part,
        string? after,
        int size,
        CancellationToken ct
    )
    {
        var all = accountId is { } id ? OfWorker(id, part) : OfNobody(part);
        return work.ListAsync(work.Within(all, part), [], after, size, ct);
    }

    private IQueryable<Allocation> Held => db.Set<Allocation>().Where(a => a.To == null);

    private IQueryable<Case> Open => db.Set<Case>().Where(c => c.ClosedOn == null);

    private IQueryable<Deadline> Running =>
        db.Set<Deadline>()
            .Where(d => d.Status == DeadlineStatus.Open && d.HolderRole != WorkReads.Foster);

    private IQueryable<Deadline> OfWorker(Guid id, WorkPart part)
    {
        var held = Held.Where(h => h.AccountId == id);
        return part == WorkPart.Waiting
            ? Running.Where(d =>
                held.Any(h =>
                    h.CaseId == d.CaseId
                    && (
                        WorkReads.AskedOfOthers.Contains(d.LineKey)
                        || !(
                            (h.Role == Role.Assessor && d.HolderRole == nameof(Role.Assessor))
                            || (
                                h.Role == Role.RecruitmentOfficer
                                && d.HolderRole == nameof(Role.RecruitmentOfficer)
                            )
                            || (
                                h.Role == Role.SupervisingSocialWorker
                                && d.HolderRole == nameof(Role.SupervisingSocialWorker)
                            )
                        )
                    )
                )
            )
            : Running.Where(d =>
                held.Any(h =>
                    h.CaseId == d.CaseId
                    && (
                        (h.Role == Role.Assessor && d.HolderRole == nameof(Role.Assessor))
                        || (
                            h.Role == Role.RecruitmentOfficer
                            && d.HolderRole == nameof(Role.RecruitmentOfficer)
                        )
                        || (
                            h.Role == Role.SupervisingSocialWorker
                            && d.HolderRole == nameof(Role.SupervisingSocialWorker)
                        )
                    )
                )
            );
    }

    private IQueryable<Deadline> OfNobody(WorkPart part)
    {
        var without = Running.Where(d =>
            Open.Any(c => c.Id == d.CaseId) && !Held.Any(h => h.CaseId == d.CaseId)
        );
        return part == WorkPart.Waiting
            ? without.Where(d => !WorkReads.Team.Contains(d.HolderRole))
            : without.Where(d => WorkReads.Team.Contains(d.HolderRole));
    }

    private async Task<Dictionary<Guid, (int Overdue, int Today, int Week, int Waiting)>> SumsAsync(
        CancellationToken ct
    )
    {
        var today = clock.Today;
        var sunday = WorkReads.SundayOf(today);
        var rows =
            from h in Held
            join d in Running on h.CaseId equals d.CaseId
            select new
            {
                h.AccountId,
                d.DueOn,
                Own = (h.Role == Role.Assessor && d.HolderRole == nameof(Role.Assessor))
                    || (
                        h.Role == Role.RecruitmentOfficer
                        && d.HolderRole == nameof(Role.RecruitmentOfficer)
                    )
                    || (
                        h.Role == Role.SupervisingSocialWorker
                        && d.HolderRole == nameof(Role.SupervisingSocialWorker)
                    ),
                Asked = WorkReads.AskedOfOthers.Contains(d.LineKey),
            };
        return await rows.GroupBy(r => r.AccountId)
            .Select(g => new
            {
                g.Key,
                Overdue = g.Sum(r => r.Own && r.DueOn < today ? 1 : 0),
                Today = g.Sum(r => r.Own && r.DueOn == today ? 1 : 0),
                Week = g.Sum(r => r.Own && r.DueOn > today && r.DueOn <= sunday ? 1 : 0),
                Waiting = g.Sum(r => !r.Own || r.Asked ? 1 : 0),
            })
            .ToDictionaryAsync(g => g.Key, g => (g.Overdue, g.Today, g.Week, g.Waiting), ct);
    }

    private async Task<TeamLine> NobodyAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var sunday = WorkReads.SundayOf(today);
        var cases = await Open.CountAsync(c => !Held.Any(h => h.CaseId == c.Id), ct);
        var sum = await OfNobody(WorkPart.Later)
            .GroupBy(d => 1)
            .Select(g => new
            {
                Overdue = g.Sum(d => d.DueOn < today ? 1 : 0),
                Today = g.Sum(d => d.DueOn == today ? 1 : 0),
                Week = g.Sum(d => d.DueOn > today && d.DueOn <= sunday ? 1 : 0),
            })
            .SingleOrDefaultAsync(ct);
        return new TeamLine(
            null,
            "No worker yet",
            "Recruitment team",
            cases,
            sum?.Overdue ?? 0,
            sum?.Today ?? 0,
            sum?.Week ?? 0,
            await OfNobody(WorkPart.Waiting).CountAsync(ct)
        );
    }
}
