using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>What panel's pages show. Members see the meetings they are asked to.</summary>
public sealed class PanelReads(FosterDb db, LondonClock clock)
{
    public const int PageSize = 25;

    /// <summary>Meetings from today on, the next first.</summary>
    public Task<List<MeetingRow>> ComingAsync(Actor actor, Cursor after, CancellationToken ct)
    {
        var today = clock.Today;
        return Rows(
                db.Set<PanelMeeting>()
                    .Where(m =>
                        m.On >= today && (m.On > after.On || (m.On == after.On && m.Id > after.Id))
                    )
                    .OrderBy(m => m.On)
                    .ThenBy(m => m.Id),
                actor
            )
            .Take(PageSize + 1)
            .ToListAsync(ct);
    }

    /// <summary>Meetings that have been, the last first.</summary>
    public Task<List<MeetingRow>> PastAsync(Actor actor, Cursor before, CancellationToken ct)
    {
        var today = clock.Today;
        return Rows(
                db.Set<PanelMeeting>()
                    .Where(m =>
                        m.On < today
                        && (m.On < before.On || (m.On == before.On && m.Id < before.Id))
                    )
                    .OrderByDescending(m => m.On)
                    .ThenByDescending(m => m.Id),
                actor
            )
            .Take(PageSize + 1)
            .ToListAsync(ct);
    }

    /// <summary>A meeting with its agenda; null where the reader is not asked to it.</summary>
    public async Task<MeetingPage?> MeetingAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var meeting = await Open(db.Set<PanelMeeting>().AsNoTracking(), actor)
            .SingleOrDefaultAsync(m => m.Id == id, ct);
        return meeting is null
            ? null
            : new MeetingPage(meeting, await AgendaAsync(id, actor, ct), await AskedAsync(id, ct));
    }

    /// <summary>Meetings to which a case can still be put, by the day.</summary>
    public Task<List<PanelMeeting>> OpenMeetingsAsync(CancellationToken ct)
    {
        var today = clock.Today;
        return db.Set<PanelMeeting>()
            .AsNoTracking()
            .Where(m => m.On >= today && m.CancelledOn == null)
            .OrderBy(m => m.On)
            .ThenBy(m => m.At)
            .Take(50)
            .ToListAsync(ct);
    }

    public Task<List<AskedRow>> AskedAsync(Guid meetingId, CancellationToken ct) =>
        (
            from a in db.Set<Attendance>()
            join u in db.Set<Account>() on a.AccountId equals u.Id
            where a.MeetingId == meetingId
            orderby u.DisplayName
            select new AskedRow(a.AccountId, u.DisplayName, a.Capacity, a.IsIndependent, a.Present)
        ).ToListAsync(ct);

    /// <summary>The central list as it is on a day, those who have notice included.</summary>
    public Task<List<ListRow>> ListedAsync(DateOnly day, CancellationToken ct) =>
        (
            from e in db.Set<PanelListEntry>()
            join u in db.Set<Account>() on e.AccountId equals u.Id
            where e.To == null || e.To >= day
            orderby u.DisplayName
            select new ListRow(
                e.Id,
                e.AccountId,
                u.DisplayName,
                e.Capacity,
                e.IsIndependent,
                e.From,
                e.To
            )
        ).ToListAsync(ct);

    /// <summary>Panel accounts of the council that are not on the list.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> ListableAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var rows = await (
            from r in db.Set<RoleAssignment>()
            join u in db.Set<Account>() on r.AccountId equals u.Id
            where
                db.Scope.Councils.Contains(r.CouncilId)
                && (r.Role == Role.PanelMember || r.Role == Role.PanelChair)
                && !u.IsDisabled
                && !db.Set<PanelListEntry>()
                    .Any(e => e.AccountId == u.Id && (e.To == null || e.To >= today))
            select new { u.Id, u.DisplayName }
        )
            .Distinct()
            .ToListAsync(ct);
        return
        [
            .. rows.OrderBy(r => r.DisplayName, StringComparer.Ordinal)
                .Select(r => (r.Id, r.DisplayName)),
        ];
    }

    /// <summary>Cases ready for panel that are on no agenda, the longest waiting first.</summary>
    public Task<List<ReadyRow>> ReadyAsync(Cursor after, CancellationToken ct)
    {
        var line = DeadlineRules.PanelRecommendation.Key;
        return (
            from a in db.Set<Application>()
            join c in db.Set<Case>() on a.CaseId equals c.Id
            where
                a.State == ApplicationState.ReadyForPanel
                && (a.ReadyOn > after.On || (a.ReadyOn == after.On && a.CaseId > after.Id))
                && !db.Set<PanelItem>()
                    .Any(i =>
                        i.CaseId == a.CaseId
                        && (
                            i.State == PanelItemState.Listed
                            || i.State == PanelItemState.PapersSent
                            || (
                                i.State == PanelItemState.Heard
                                && !db.Set<Decision>().Any(d => d.ItemId == i.Id)
                            )
                        )
                    )
            orderby a.ReadyOn, a.CaseId
            select new ReadyRow(
                a.CaseId,
                c.Reference,
                a.ReadyOn!.Value,
                db.Set<Deadline>()
                    .Where(d => d.CaseId == a.CaseId && d.LineKey == line)
                    .Max(d => (DateOnly?)d.DueOn)
            )
        )
            .Take(PageSize + 1)
            .ToListAsync(ct);
    }

    /// <summary>What the adviser has to do next: papers to send and minutes to finish.</summary>
    public Task<List<DueRow>> DueAsync(CancellationToken ct)
    {
        string[] lines = [DeadlineRules.PanelPapers.Key, DeadlineRules.PanelMinutes.Key];
        return (
            from d in db.Set<Deadline>()
            join c in db.Set<Case>() on d.CaseId equals c.Id
            where lines.Contains(d.LineKey) && d.Status == DeadlineStatus.Open
            orderby d.DueOn, d.Id
            select new DueRow(
                d.SubjectId,
                d.Title,
                c.Reference,
                d.DueOn,
                d.RuleId,
                d.ExplanationText
            )
        )
            .Take(PageSize)
            .ToListAsync(ct);
    }

    private async Task<IReadOnlyList<AgendaRow>> AgendaAsync(
        Guid meetingId,
        Actor actor,
        CancellationToken ct
    )
    {
        // Every number of the agenda, and no more than the number of items that are out of the reader's reach.
        var numbers = await db.Set<PanelItem>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(i => i.MeetingId == meetingId && i.State != PanelItemState.Removed)
            .OrderBy(i => i.Number)
            .Select(i => i.Number)
            .ToListAsync(ct);
        var seen = await (
            from i in db.Set<PanelItem>()
            join c in db.Set<Case>() on i.CaseId equals c.Id
            join d in db.Set<ItemDeclaration>().Where(d => d.AccountId == actor.AccountId)
                on i.Id equals d.ItemId
                into mine
            from d in mine.DefaultIfEmpty()
            where i.MeetingId == meetingId && i.State != PanelItemState.Removed
            select new AgendaRow(
                i.Id,
                i.Number,
                c.Reference,
                i.State,
                d == null ? null : d.HasConflict,
                i.PapersLate && i.LatePapersAcceptedOn == null
            )
        ).ToListAsync(ct);
        return
        [
            .. numbers.Select(n =>
                seen.FirstOrDefault(s => s.Number == n)
                ?? new AgendaRow(null, n, null, null, null, false)
            ),
        ];
    }

    private IQueryable<PanelMeeting> Open(IQueryable<PanelMeeting> meetings, Actor actor) =>
        actor.Is(Role.PanelAdviser)
            ? meetings
            : meetings.Where(m =>
                db.Set<Attendance>().Any(a => a.MeetingId == m.Id && a.AccountId == actor.AccountId)
            );

    private IQueryable<MeetingRow> Rows(IQueryable<PanelMeeting> meetings, Actor actor) =>
        Open(meetings, actor)
            .Select(m => new MeetingRow(
                m.Id,
                m.On,
                m.At,
                m.Place,
                m.IsJoint,
                m.PapersDueOn,
                m.AttendanceOn,
                m.CancelledOn != null,
                db.Set<PanelItem>()
                    .Count(i => i.MeetingId == m.Id && i.State != PanelItemState.Removed),
                db.Set<PanelItem>()
                    .Count(i => i.MeetingId == m.Id && i.State == PanelItemState.Listed),
                db.Set<PanelItem>()
                    .Count(i =>
                        i.MeetingId == m.Id
                        && (
                            i.State == PanelItemState.Listed || i.State == PanelItemState.PapersSent
                        )
                        && !db.Set<ItemDeclaration>()
                            .Any(d => d.ItemId == i.Id && d.AccountId == actor.AccountId)
                    )
            ));
}
