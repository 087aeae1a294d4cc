using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>An item with what operations need of it.</summary>
public sealed record LoadedItem(PanelItem Item, PanelMeeting Meeting, Application Application);

/// <summary>Loads items for operations, inside the actor's scope.</summary>
public sealed class ItemReads(FosterDb db, DeadlineBook deadlines, Naming naming)
{
    /// <summary>The item; null where it is out of reach.</summary>
    public async Task<LoadedItem?> LoadAsync(Guid itemId, CancellationToken ct)
    {
        var found = await (
            from i in db.Set<PanelItem>()
            join m in db.Set<PanelMeeting>() on i.MeetingId equals m.Id
            join a in db.Set<Application>() on i.CaseId equals a.CaseId
            where i.Id == itemId
            select new
            {
                Item = i,
                Meeting = m,
                Application = a,
            }
        ).SingleOrDefaultAsync(ct);
        return found is null ? null : new LoadedItem(found.Item, found.Meeting, found.Application);
    }

    /// <summary>Who was asked to the meeting of an item, as they count for it; the chair first.</summary>
    public async Task<IReadOnlyList<Seat>> SeatsAsync(
        Guid itemId,
        Guid meetingId,
        CancellationToken ct
    )
    {
        var seats = await (
            from a in db.Set<Attendance>()
            join u in db.Set<Account>() on a.AccountId equals u.Id
            join d in db.Set<ItemDeclaration>().Where(d => d.ItemId == itemId)
                on a.AccountId equals d.AccountId
                into declared
            from d in declared.DefaultIfEmpty()
            where a.MeetingId == meetingId
            orderby u.DisplayName
            select new Seat(
                a.AccountId,
                u.DisplayName,
                a.Capacity,
                a.IsIndependent,
                a.Present == true,
                d == null ? null : d.HasConflict
            )
        ).ToListAsync(ct);
        return [.. seats.OrderBy(s => s.Capacity)];
    }

    /// <summary>Who of those asked to the meeting can hear an item: all of them, or those named for a restricted case.</summary>
    public async Task<IReadOnlyList<Guid>> HearersAsync(PanelItem item, CancellationToken ct)
    {
        var restricted = await db.Set<Case>()
            .AnyAsync(c => c.Id == item.CaseId && c.Restricted, ct);
        return await db.Set<Attendance>()
            .Where(a => a.MeetingId == item.MeetingId)
            .Select(a => a.AccountId)
            .Where(a =>
                !restricted
                || db.Set<NamedPerson>().Any(n => n.CaseId == item.CaseId && n.AccountId == a)
            )
            .ToListAsync(ct);
    }

    /// <summary>The recommendation that stands: the last entry; null while there is none.</summary>
    public Task<Recommendation?> RecommendationAsync(Guid itemId, CancellationToken ct) =>
        db.Set<Recommendation>()
            .Where(r => r.ItemId == itemId)
            .OrderByDescending(r => r.RecordedAt)
            .ThenByDescending(r => r.Id)
            .FirstOrDefaultAsync(ct);

    /// <summary>Closes a restricted case to panel, unless the case stands on another agenda by now.</summary>
    internal async Task EndHearingAsync(PanelItem item, CancellationToken ct)
    {
        if (
            !await db.Set<PanelItem>()
                .AnyAsync(
                    i =>
                        i.CaseId == item.CaseId
                        && i.Id != item.Id
                        && (
                            i.State == PanelItemState.Listed || i.State == PanelItemState.PapersSent
                        ),
                    ct
                )
        )
            await naming.EndPanelAsync(item.CaseId, ct);
    }

    /// <summary>Panel has spoken: the eight months and the target are met on the day of the meeting (R-APP-01).</summary>
    internal async Task MeetPanelClocksAsync(Guid caseId, DateOnly on, CancellationToken ct)
    {
        await deadlines.MeetAsync(caseId, DeadlineRules.PanelRecommendation, on, ct);
        await deadlines.MeetAsync(caseId, DeadlineRules.AssessmentTarget, on, ct);
    }
}
