using System.Text.RegularExpressions;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

/// <summary>Which cases a list shows.</summary>
public enum CaseFilter
{
    All,
    Open,
    Closed,
}

/// <summary>One case on the list of cases.</summary>
public sealed record CaseListItem(
    Guid Id,
    string Reference,
    string People,
    DateOnly OpenedOn,
    DateOnly? ClosedOn,
    bool Restricted
);

/// <summary>The list of cases in reach, newest first, found by name or reference.</summary>
public sealed partial class CaseListReads(FosterDb db, CaseNameReads names)
{
    public const int PageSize = 25;
    private const int MostWords = 5;

    public async Task<ListPage<CaseListItem>> PageAsync(
        string? search,
        CaseFilter filter,
        string? after,
        CancellationToken ct
    )
    {
        var cases = Matching(search);
        cases = filter switch
        {
            CaseFilter.Open => cases.Where(c => c.ClosedOn == null),
            CaseFilter.Closed => cases.Where(c => c.ClosedOn != null),
            _ => cases,
        };
        if (ListCursor.Read(after) is { } start)
            cases = cases.Where(c =>
                c.OpenedOn < start.On || (c.OpenedOn == start.On && c.Id.CompareTo(start.Id) < 0)
            );
        var rows = await cases
            .OrderByDescending(c => c.OpenedOn)
            .ThenByDescending(c => c.Id)
            .Select(c => new
            {
                c.Id,
                c.Reference,
                c.OpenedOn,
                c.ClosedOn,
                c.Restricted,
            })
            .Take(PageSize + 1)
            .ToListAsync(ct);
        var shown = rows.Take(PageSize).ToList();
        var people = await names.OfAsync([.. shown.Select(r => r.Id)], ct);
        return new ListPage<CaseListItem>(
            [
                .. shown.Select(r => new CaseListItem(
                    r.Id,
                    r.Reference,
                    people.GetValueOrDefault(r.Id, ""),
                    r.OpenedOn,
                    r.ClosedOn,
                    r.Restricted
                )),
            ],
            rows.Count > PageSize ? ListCursor.Write(shown[^1].OpenedOn, shown[^1].Id) : null
        );
    }

    private IQueryable<Case> Matching(string? search)
    {
        var cases = db.Set<Case>().AsNoTracking();
        var wanted = (search ?? "").Trim();
        if (wanted.Length == 0)
            return cases;
        var hasDigit = wanted.Any(char.IsAsciiDigit);
        var reference = Whole(wanted.ToUpperInvariant());
        if (hasDigit)
        {
            var part = wanted.ToUpperInvariant();
            return reference is null
                ? cases.Where(c => c.Reference.Contains(part))
                : cases.Where(c => c.Reference == reference);
        }
        var households = HouseholdsOf(wanted);
        // One reference in ten has no digit and might be a name.
        return reference is null
            ? cases.Where(c => households.Contains(c.HouseholdId))
            : cases.Where(c => c.Reference == reference || households.Contains(c.HouseholdId));
    }

    /// <summary>Every word anywhere in the name, so that a family name alone and names turned round are found.</summary>
    private IQueryable<Guid> HouseholdsOf(string name)
    {
        var people = db.Set<Person>().AsNoTracking();
        foreach (var word in Person.Fold(name).Split(' ').Take(MostWords))
            people = people.Where(p => p.SearchName.Contains(word));
        return db.Set<Membership>()
            .Where(m => people.Select(p => p.Id).Contains(m.PersonId))
            .Select(m => m.HouseholdId);
    }

    private static string? Whole(string typed) =>
        Reference().Match(typed) is { Success: true } whole
            ? $"{whole.Groups["c"].Value}-{whole.Groups["a"].Value}-{whole.Groups["b"].Value}"
            : null;

    [GeneratedRegex(
        @"\A(?<c>[A-Z]{2,6})[- ]?(?<a>[2-9A-Z]{4})[- ]?(?<b>[2-9A-Z]{4})\z",
        RegexOptions.CultureInvariant,
        200
    )]
    private static partial Regex Reference();
}
