using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>The parts of a day's work, by when it is due, and what others have to do first.</summary>
public enum WorkPart
{
    Overdue,
    Today,
    Week,
    Later,
    Waiting,
}

/// <summary>One open deadline on a work list, or something that waits without a date.</summary>
/// <param name="DueOn">Its date; where none is set, the day since which it waits.</param>
/// <param name="WaitsFor">Whom it waits for; null where the reader does it.</param>
public sealed record WorkItem(
    Guid Id,
    Guid CaseId,
    string Reference,
    string People,
    string RuleId,
    string Title,
    DateOnly DueOn,
    DateTime? DueAt,
    string Why,
    DateOnly Since,
    string? WaitsFor = null,
    bool HasDate = true
);

/// <summary>One page of a list, and where the next one starts.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>What waits for somebody in a role: the open deadlines of the cases in reach.</summary>
public sealed class WorkReads(
    FosterDb db,
    LondonClock clock,
    CaseNameReads names,
    IEnumerable<ICaseWaits> waits
)
{
    public const int PageSize = 25;

    /// <summary>Clocks of the reader that run while somebody else was asked.</summary>
    internal static readonly string[] AskedOfOthers =
    [
        .. DeadlineRules.Lines.Where(l => l.WaitsFor is not null).Select(l => l.Key),
    ];

    /// <summary>Whose work the team itself is; whatever else holds a clock stands outside it.</summary>
    internal static readonly string[] Team =
    [
        nameof(Role.RecruitmentOfficer),
        nameof(Role.Assessor),
        nameof(Role.SupervisingSocialWorker),
        nameof(Role.TeamManager),
    ];

    /// <summary>Nobody waits for Foster: its clocks say how long records are kept.</summary>
    internal const string Foster = nameof(Role.System);

    /// <summary>Who has cases that wait for others.</summary>
    public static bool HasWaiting(Role role) => Team.Contains(role.ToString());

    /// <summary>Work of one part, the earliest date first.</summary>
    /// <param name="after">Where the page before ended.</param>
    public Task<ListPage<WorkItem>> PageAsync(
        WorkPart part,
        Actor actor,
        string? after,
        int size,
        CancellationToken ct
    ) =>
        part == WorkPart.Waiting
            ? ListAsync(WaitingOf(actor), waits.Select(w => w.For(actor)), after, size, ct)
            : ListAsync(Within(Held(actor), part), [], after, size, ct);

    /// <summary>What the reader has to do, whenever it is due.</summary>
    internal IQueryable<Deadline> Held(Actor actor)
    {
        var holder = actor.Role.ToString();
        var kept = KeptBy(actor);
        return db.Set<Deadline>()
            .Where(d =>
                d.Status == DeadlineStatus.Open
                && (
                    d.HolderRole == holder
                    || (d.HolderRole == RestrictedClocks.Intake && kept.Any(c => c == d.CaseId))
                )
            );
    }

    /// <summary>
    /// In restricted cases the intake officers, or who holds the case in their place, keep what nobody else sees.
    /// </summary>
    private IQueryable<Guid> KeptBy(Actor actor) =>
        actor.Has(Capability.IntakeOfficer)
            ? db.Set<Case>().Select(c => c.Id)
            : db.Set<NamedPerson>()
                .Where(n => n.AccountId == actor.AccountId && n.StandsIn)
                .Select(n => n.CaseId);

    /// <summary>
    /// What others have to do in the reader's cases: those that a worker holds, those of the recruitment team that nobody
    /// holds yet, and for the team manager whatever waits for somebody outside the team.
    /// </summary>
    private IQueryable<Deadline> WaitingOf(Actor actor)
    {
        var holder = actor.Role.ToString();
        var kept = KeptBy(actor);
        var open = db.Set<Deadline>()
            .Where(d =>
                d.Status == DeadlineStatus.Open
                && d.HolderRole != Foster
                && (d.HolderRole != RestrictedClocks.Intake || !kept.Any(c => c == d.CaseId))
            );
        var held = db.Set<Allocation>().Where(a => a.To == null);
        return actor.Role switch
        {
            Role.TeamManager => open.Where(d => !Team.Contains(d.HolderRole)),
            Role.RecruitmentOfficer => open.Where(d =>
                d.HolderRole != holder
                && !held.Any(a =>
                    a.CaseId == d.CaseId
                    && !(a.Role == Role.RecruitmentOfficer && a.AccountId == actor.AccountId)
                )
            ),
            Role.Assessor or Role.SupervisingSocialWorker => open.Where(d =>
                (d.HolderRole != holder || AskedOfOthers.Contains(d.LineKey))
                && held.Any(a =>
                    a.CaseId == d.CaseId && a.AccountId == actor.AccountId && a.Role == actor.Role
                )
            ),
            _ => open.Where(d => false),
        };
    }

    /// <summary>The deadlines of one part of a day's work.</summary>
    internal IQueryable<Deadline> Within(IQueryable<Deadline> all, WorkPart part)
    {
        var today = clock.Today;
        var sunday = SundayOf(today);
        return part switch
        {
            WorkPart.Overdue => all.Where(d => d.DueOn < today),
            WorkPart.Today => all.Where(d => d.DueOn == today),
            WorkPart.Week => all.Where(d => d.DueOn > today && d.DueOn <= sunday),
            WorkPart.Later => all.Where(d => d.DueOn > sunday),
            _ => all,
        };
    }

    /// <summary>The last day of this week; at the weekend, of the week that comes, which is the one to plan.</summary>
    internal static DateOnly SundayOf(DateOnly today) =>
        today.AddDays(
            today.DayOfWeek switch
            {
                DayOfWeek.Sunday => 7,
                DayOfWeek.Saturday => 8,
                var day => 7 - (int)day,
            }
        );

    /// <summary>A page of deadlines, with what waits without one among them.</summary>
    internal async Task<ListPage<WorkItem>> ListAsync(
        IQueryable<Deadline> open,
        IEnumerable<IQueryable<CaseWait>> others,
        string? after,
        int size,
        CancellationToken ct
    )
    {
        var start = ListCursor.Read(after);
        if (start is not null)
            open = open.Where(d =>
                d.DueOn > start.On || (d.DueOn == start.On && d.Id.CompareTo(start.Id) > 0)
            );
        var found = (
            await (
                from d in open
                join c in db.Set<Case>() on d.CaseId equals c.Id
                orderby d.DueOn, d.Id
                select new
                {
                    d.Id,
                    d.CaseId,
                    c.Reference,
                    d.RuleId,
                    d.Title,
                    d.DueOn,
                    d.DueAt,
                    d.ExplanationText,
                    d.TriggerOn,
                    d.HolderRole,
                    d.LineKey,
                }
            )
                .Take(size + 1)
                .ToListAsync(ct)
        ).ConvertAll(r => new WorkItem(
            r.Id,
            r.CaseId,
            r.Reference,
            "",
            r.RuleId,
            r.Title,
            r.DueOn,
            r.DueAt,
            r.ExplanationText,
            r.TriggerOn,
            DeadlineRules.Line(r.LineKey)?.WaitsFor ?? Staff.Spoken.Holder(r.HolderRole)
        ));
        foreach (var source in others)
            found.AddRange(await WithoutDateAsync(source, start, size, ct));
        var rows = found.OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(size + 1).ToList();
        var shown = rows.Take(size).ToList();
        var people = await names.OfAsync([.. shown.Select(r => r.CaseId)], ct);
        return new ListPage<WorkItem>(
            [.. shown.Select(r => r with { People = people.GetValueOrDefault(r.CaseId, "") })],
            rows.Count > size ? ListCursor.Write(shown[^1].DueOn, shown[^1].Id) : null
        );
    }

    private async Task<IEnumerable<WorkItem>> WithoutDateAsync(
        IQueryable<CaseWait> source,
        ListCursor? start,
        int size,
        CancellationToken ct
    )
    {
        if (start is not null)
            source = source.Where(w =>
                w.Since > start.On || (w.Since == start.On && w.Id.CompareTo(start.Id) > 0)
            );
        var rows = await source
            .OrderBy(w => w.Since)
            .ThenBy(w => w.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        return rows.Select(w => new WorkItem(
            w.Id,
            w.CaseId,
            w.Reference,
            "",
            w.RuleId,
            w.Title,
            w.Since,
            null,
            w.Why,
            w.Since,
            w.WaitsFor,
            HasDate: false
        ));
    }
}
