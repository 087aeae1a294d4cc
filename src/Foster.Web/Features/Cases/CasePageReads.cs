using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>The head of a case page.</summary>
public sealed record CaseHead(
    Guid Id,
    string Reference,
    DateOnly OpenedOn,
    DateOnly? ClosedOn,
    bool Restricted,
    Guid? PreviousCaseId,
    string? PreviousReference
);

/// <summary>An open clock of a case.</summary>
public sealed record CaseClock(
    string RuleId,
    string Title,
    DateOnly DueOn,
    DateTime? DueAt,
    string Holder,
    int DaysLeft,
    string Why
);

/// <summary>A letter of a case, without its words.</summary>
public sealed record CaseLetter(
    Guid Id,
    string Subject,
    string To,
    DateOnly IssuedOn,
    DateTime? FirstReadAt,
    DateOnly? PostedOn
);

/// <summary>What the case page shows beside the sections of the features.</summary>
public sealed class CasePageReads(FosterDb db, LondonClock clock)
{
    /// <summary>Null where the case is out of reach or does not exist.</summary>
    public Task<CaseHead?> HeadAsync(Guid caseId, CancellationToken ct) =>
        (
            from c in db.Set<Case>()
            join p in db.Set<Case>() on c.PreviousCaseId equals p.Id into earlier
            from p in earlier.DefaultIfEmpty()
            where c.Id == caseId
            select new CaseHead(
                c.Id,
                c.Reference,
                c.OpenedOn,
                c.ClosedOn,
                c.Restricted,
                p == null ? null : p.Id,
                p == null ? null : p.Reference
            )
        ).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyList<CaseClock>> ClocksAsync(
        Guid caseId,
        Actor actor,
        CancellationToken ct
    )
    {
        var today = clock.Today;
        var kept = DeadlineRules
            .Lines.Where(l => l.Readers?.Contains(actor.Role) == false)
            .Select(l => l.Key)
            .ToArray();
        var open = await db.Set<Deadline>()
            .Where(d => d.CaseId == caseId && d.Status == DeadlineStatus.Open)
            .Where(d => !kept.Contains(d.LineKey))
            .OrderBy(d => d.DueOn)
            .ThenBy(d => d.Id)
            .Select(d => new
            {
                d.RuleId,
                d.Title,
                d.DueOn,
                d.DueAt,
                d.HolderRole,
                d.ExplanationText,
            })
            .ToListAsync(ct);
        return
        [
            .. open.Select(d => new CaseClock(
                d.RuleId,
                d.Title,
                d.DueOn,
                d.DueAt,
                d.HolderRole,
                d.DueOn.DayNumber - today.DayNumber,
                d.ExplanationText
            )),
        ];
    }

    public async Task<IReadOnlyList<CaseLetter>> LettersAsync(Guid caseId, CancellationToken ct) =>
        await (
            from l in db.Set<Letter>()
            join p in db.Set<Person>() on l.PersonId equals p.Id
            where l.CaseId == caseId
            orderby l.IssuedOn descending, l.Id descending
            select new CaseLetter(
                l.Id,
                l.Subject,
                p.GivenName + " " + p.FamilyName,
                l.IssuedOn,
                l.FirstReadAt,
                l.PostedOn
            )
        ).ToListAsync(ct);
}
