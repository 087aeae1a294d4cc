using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>The people whom a member may be connected with (R-SOD-04).</summary>
public sealed record Connections(
    IReadOnlyList<string> Applicants,
    IReadOnlyList<string> Workers,
    IReadOnlyList<string> Referees
);

/// <summary>What the pages of one item show.</summary>
public sealed class ItemPageReads(FosterDb db, ItemReads items, CaseReads cases)
{
    /// <summary>The item; null where it is out of reach or the reader is not asked to its meeting.</summary>
    public async Task<ItemPage?> FindAsync(Guid itemId, Actor actor, CancellationToken ct)
    {
        var found = await (
            from i in db.Set<PanelItem>().AsNoTracking()
            join m in db.Set<PanelMeeting>().AsNoTracking() on i.MeetingId equals m.Id
            join c in db.Set<Case>() on i.CaseId equals c.Id
            join a in db.Set<Application>() on i.CaseId equals a.CaseId
            where i.Id == itemId
            select new
            {
                Item = i,
                Meeting = m,
                c.Reference,
                c.Restricted,
                a.State,
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var seats = await items.SeatsAsync(itemId, found.Meeting.Id, ct);
        if (
            !actor.Is(Role.PanelAdviser)
            && (
                found.Item.State == PanelItemState.Removed
                || seats.All(s => s.AccountId != actor.AccountId)
            )
        )
            return null;
        return new ItemPage(
            found.Item,
            found.Meeting,
            found.Reference,
            seats,
            [
                .. await db.Set<Recommendation>()
                    .AsNoTracking()
                    .Where(r => r.ItemId == itemId)
                    .OrderBy(r => r.RecordedAt)
                    .ThenBy(r => r.Id)
                    .ToListAsync(ct),
            ],
            await db.Set<Minutes>()
                .AsNoTracking()
                .SingleOrDefaultAsync(m => m.ItemId == itemId, ct),
            await db.Set<MinutesCorrection>()
                .AsNoTracking()
                .Where(m => m.ItemId == itemId)
                .OrderBy(m => m.RecordedAt)
                .ToListAsync(ct),
            found.State,
            found.Restricted,
            await items.HearersAsync(found.Item, ct)
        );
    }

    /// <summary>The item that a case was last on an agenda with; null where it never was.</summary>
    public async Task<ItemPage?> LastOfCaseAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        var id = await db.Set<PanelItem>()
            .Where(i => i.CaseId == caseId && i.State != PanelItemState.Removed)
            .OrderByDescending(i => i.Id)
            .Select(i => (Guid?)i.Id)
            .FirstOrDefaultAsync(ct);
        return id is { } item
            ? await FindAsync(item, actor with { Role = Role.PanelAdviser }, ct)
            : null;
    }

    /// <summary>Whom a member should know of before declaring.</summary>
    public async Task<Connections> ConnectionsAsync(Guid caseId, CancellationToken ct)
    {
        var applicants = await cases.ApplicantsAsync(caseId, ct);
        var workers = await (
            from a in db.Set<Allocation>()
            join u in db.Set<Account>() on a.AccountId equals u.Id
            where a.CaseId == caseId
            select new { u.DisplayName, a.Role }
        )
            .Distinct()
            .ToListAsync(ct);
        var referees = await db.Set<Referee>()
            .Where(r => r.CaseId == caseId)
            .Select(r => r.Name)
            .ToListAsync(ct);
        return new Connections(
            [.. applicants.Select(a => a.FullName)],
            [.. workers.Select(w => $"{w.DisplayName} ({w.Role.Title().ToLowerInvariant()})")],
            [.. referees.Order(StringComparer.Ordinal)]
        );
    }
}
