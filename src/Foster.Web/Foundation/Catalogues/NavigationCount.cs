using Foster.Web.Foundation.Actors;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Catalogues;

/// <summary>How many things wait behind a link of the navigation; never more than are shown.</summary>
public sealed class NavigationCount
{
    /// <summary>So many are counted at most; a page says "99+" then.</summary>
    public const int Most = 100;

    public required string Href { get; init; }
    public required int Number { get; init; }
}

/// <summary>What a feature counts beside one of its links. All of a page are asked in one question to the database.</summary>
public interface INavigationCounts
{
    /// <summary>The link, as it stands in the navigation.</summary>
    string Href { get; }

    /// <summary>Said to those who do not see: "3 things are due".</summary>
    string Words(string number, bool one);

    /// <summary>The one row of the count; null where this reader has nothing to count there.</summary>
    IQueryable<NavigationCount>? Of(Actor actor);
}

/// <summary>A count as it is shown, and as it is spoken.</summary>
public sealed record NavigationBadge(string Shown, string Spoken);

/// <summary>The counts beside the links that a page shows.</summary>
public sealed class NavigationBadges(IEnumerable<INavigationCounts> counts)
{
    private static readonly Dictionary<string, NavigationBadge> None = [];

    public async Task<IReadOnlyDictionary<string, NavigationBadge>> OfAsync(
        IEnumerable<string> hrefs,
        Actor actor,
        CancellationToken ct
    )
    {
        var shown = hrefs.ToHashSet(StringComparer.Ordinal);
        var asked = counts.Where(c => shown.Contains(c.Href)).ToList();
        var rows = asked
            .Select(c => c.Of(actor))
            .OfType<IQueryable<NavigationCount>>()
            .Aggregate((IQueryable<NavigationCount>?)null, (all, one) => all?.Concat(one) ?? one);
        if (rows is null)
            return None;
        return (await rows.ToListAsync(ct))
            .Where(r => r.Number > 0)
            .GroupBy(r => r.Href, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => Badge(asked.First(c => c.Href == g.Key), g.Sum(r => r.Number)),
                StringComparer.Ordinal
            );
    }

    private static NavigationBadge Badge(INavigationCounts of, int number)
    {
        var shown =
            number < NavigationCount.Most
                ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : $"{NavigationCount.Most - 1}+";
        return new NavigationBadge(shown, of.Words(shown, number == 1));
    }
}
