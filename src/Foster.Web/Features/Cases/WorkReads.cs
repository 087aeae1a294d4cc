using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>The parts of a day's work, by when it is due.</summary>
public enum WorkPart
{
    Overdue,
    Today,
    Week,
    Later,
}

/// <summary>One open deadline on a work list.</summary>
public sealed record WorkItem(
    Guid Id,
    Guid CaseId,
    string Reference,
    string People,
    string RuleId,
    string Title,
    DateOnly DueOn,
    DateTime? DueAt,
    string Why
);

/// <summary>One page of a list, and where the next one starts.</summary>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>What waits for somebody in a role: the open deadlines of the cases in reach.</summary>
public sealed class WorkReads(FosterDb db, LondonClock clock, CaseNameReads names)
{
    public const int PageSize = 25;

    /// <summary>Work of one part, the earliest date first.</summary>
    /// <param name="after">Where the page before ended.</param>
    public async Task<ListPage<WorkItem>> PageAsync(
        WorkPart part,
        Actor actor,
        string? after,
        int size,
        CancellationToken ct
    )
    {
        var holder = actor.Role.ToString();
        var intake = actor.Has(Capability.IntakeOfficer);
        // In restricted cases the intake officers, or who holds the case in their place, keep what nobody else sees.
        var open = Within(part)
            .Where(d =>
                d.Status == DeadlineStatus.Open
                && (
                    d.HolderRole == holder
                    || (
                        d.HolderRole == RestrictedClocks.Intake
                        && (
                            intake
                            || db.Set<NamedPerson>()
                                .Any(n =>
                                    n.CaseId == d.CaseId
                                    && n.AccountId == actor.AccountId
                                    && n.StandsIn
                                )
                        )
                    )
                )
            );
        if (ListCursor.Read(after) is { } start)
            open = open.Where(d =>
                d.DueOn > start.On || (d.DueOn == start.On && d.Id.CompareTo(start.Id) > 0)
            );
        var rows = await (
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
            }
        )
            .Take(size + 1)
            .ToListAsync(ct);
        var shown = rows.Take(size).ToList();
        var people = await names.OfAsync([.. shown.Select(r => r.CaseId)], ct);
        return new ListPage<WorkItem>(
            [
                .. shown.Select(r => new WorkItem(
                    r.Id,
                    r.CaseId,
                    r.Reference,
                    people.GetValueOrDefault(r.CaseId, ""),
                    r.RuleId,
                    r.Title,
                    r.DueOn,
                    r.DueAt,
                    r.ExplanationText
                )),
            ],
            rows.Count > size ? ListCursor.Write(shown[^1].DueOn, shown[^1].Id) : null
        );
    }

    private IQueryable<Deadline> Within(WorkPart part)
    {
        var today = clock.Today;
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var all = db.Set<Deadline>();
        return part switch
        {
            WorkPart.Overdue => all.Where(d => d.DueOn < today),
            WorkPart.Today => all.Where(d => d.DueOn == today),
            WorkPart.Week => all.Where(d => d.DueOn > today && d.DueOn <= sunday),
            _ => all.Where(d => d.DueOn > sunday),
        };
    }
}
