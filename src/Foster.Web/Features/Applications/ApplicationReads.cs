using System.Globalization;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Applications;

/// <summary>One line of the list of applications.</summary>
public sealed record ApplicationLine(
    Guid CaseId,
    string Reference,
    string Names,
    ApplicationState State,
    DateOnly? ReceivedOn,
    DateOnly? NextDueOn
);

/// <summary>A page of the list, and where the next one starts.</summary>
public sealed record ApplicationPage(IReadOnlyList<ApplicationLine> Lines, string? Next);

/// <summary>The applications in the reader's scope, by what is due next.</summary>
public sealed class ApplicationReads(FosterDb db)
{
    public const int PageSize = 25;

    /// <summary>Stands for no date, so that such lines come last on both databases.</summary>
    private static readonly DateOnly Never = new(2999, 12, 31);

    /// <param name="state">Only this state; null is every open one.</param>
    /// <param name="text">Part of a name or of a reference.</param>
    /// <param name="after">Where the page before ended.</param>
    public async Task<ApplicationPage> ListAsync(
        ApplicationState? state,
        string? text,
        string? after,
        CancellationToken ct
    )
    {
        var open = ApplicationMachine.Open;
        var found =
            from a in db.Set<Application>()
            join c in db.Set<Case>() on a.CaseId equals c.Id
            where state == null ? open.Contains(a.State) : a.State == state
            select new
            {
                a.CaseId,
                c.Reference,
                c.HouseholdId,
                a.State,
                a.ReceivedOn,
                Due = db.Set<Deadline>()
                    .Where(d => d.CaseId == a.CaseId && d.Status == DeadlineStatus.Open)
                    .Min(d => (DateOnly?)d.DueOn)
                    ?? Never,
            };
        if (!string.IsNullOrWhiteSpace(text))
        {
            var folded = Person.Fold(text);
            var upper = text.Trim().ToUpperInvariant();
            found = found.Where(f =>
                f.Reference.Contains(upper)
                || db.Set<Membership>()
                    .Any(m =>
                        m.HouseholdId == f.HouseholdId
                        && m.IsApplicant
                        && db.Set<Person>()
                            .Any(p => p.Id == m.PersonId && p.SearchName.Contains(folded))
                    )
            );
        }
        if (Read(after) is { } start)
            found = found.Where(f =>
                f.Due > start.Due
                || (f.Due == start.Due && f.Reference.CompareTo(start.Reference) > 0)
            );
        var rows = await found
            .OrderBy(f => f.Due)
            .ThenBy(f => f.Reference)
            .Take(PageSize + 1)
            .ToListAsync(ct);
        var shown = rows.Take(PageSize).ToList();
        var names = await NamesAsync(shown.ConvertAll(r => r.HouseholdId), ct);
        return new ApplicationPage(
            [
                .. shown.Select(r => new ApplicationLine(
                    r.CaseId,
                    r.Reference,
                    string.Join(" and ", names[r.HouseholdId]),
                    r.State,
                    r.ReceivedOn,
                    r.Due == Never ? null : r.Due
                )),
            ],
            rows.Count > PageSize
                ? $"{shown[^1].Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}_{shown[^1].Reference}"
                : null
        );
    }

    private async Task<ILookup<Guid, string>> NamesAsync(
        IReadOnlyList<Guid> households,
        CancellationToken ct
    )
    {
        var found = await (
            from m in db.Set<Membership>()
            join p in db.Set<Person>() on m.PersonId equals p.Id
            where households.Contains(m.HouseholdId) && m.IsApplicant && m.To == null
            orderby m.Position
            select new
            {
                m.HouseholdId,
                p.GivenName,
                p.FamilyName,
            }
        ).ToListAsync(ct);
        return found.ToLookup(f => f.HouseholdId, f => $"{f.GivenName} {f.FamilyName}");
    }

    private static (DateOnly Due, string Reference)? Read(string? after) =>
        after?.Split('_', 2) is [var day, var reference]
        && DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var due
        )
            ? (due, reference)
            : null;
}
