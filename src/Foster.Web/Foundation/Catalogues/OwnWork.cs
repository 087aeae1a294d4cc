using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Foundation.Catalogues;

/// <summary>Something that an applicant or carer has to do, or that they wait for.</summary>
/// <param name="IsOurs">We have to do it, and they wait.</param>
/// <param name="Since">Since when it waits; null where nobody knows.</param>
/// <param name="Why">How the date was counted.</param>
public sealed record OwnItem(
    string Title,
    string? Href,
    bool IsOurs,
    DateOnly? Since,
    DateOnly? DueOn,
    string? Why
)
{
    /// <summary>What stands before the date.</summary>
    public string By { get; init; } = "Due by";

    /// <summary>What stands in the place of a date that is not set.</summary>
    public string? NoDate { get; init; }

    /// <summary>It stands among the dates of the household too.</summary>
    public bool IsClock { get; init; }

    /// <summary>Nothing waits: it can be done at any time, such as asking a question.</summary>
    public bool IsOffer { get; init; }
}

/// <summary>What a feature adds to what somebody's own area opens on.</summary>
public interface IOwnWork
{
    /// <summary>Nothing for anybody whose area it is not.</summary>
    Task<IReadOnlyList<OwnItem>> OfAsync(Actor actor, CancellationToken ct);
}

/// <summary>The parts in which it is shown.</summary>
public sealed record OwnWorkPart(string Title, IReadOnlyList<OwnItem> Items);

/// <summary>All of it, as it is shown: what is late, without a date, this week, later, and what we owe.</summary>
public sealed record OwnWorkView(
    IReadOnlyList<OwnWorkPart> Parts,
    IReadOnlyList<OwnItem> Offers,
    DateOnly Today
)
{
    /// <summary>Whom to call where we are late.</summary>
    public string Telephone { get; init; } = "";

    /// <summary>Without the dates of the household, for a page that shows those by itself.</summary>
    public OwnWorkView WithoutClocks() =>
        this with
        {
            Parts =
            [
                .. Parts
                    .Select(p => p with { Items = [.. p.Items.Where(i => !i.IsClock)] })
                    .Where(p => p.Items.Count > 0),
            ],
        };
}

/// <summary>What waits for somebody in their own area, from every feature.</summary>
public sealed class OwnWork(
    IEnumerable<IOwnWork> sources,
    CouncilDirectory councils,
    LondonClock clock
)
{
    public async Task<OwnWorkView> OfAsync(Actor actor, CancellationToken ct)
    {
        var items = new List<OwnItem>();
        foreach (var source in sources)
            items.AddRange(await source.OfAsync(actor, ct));
        var today = clock.Today;
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var theirs = items.Where(i => i is { IsOurs: false, IsOffer: false }).ToList();
        return new OwnWorkView(
            [
                .. new OwnWorkPart[]
                {
                    new("Overdue", Sorted(theirs.Where(i => i.DueOn < today))),
                    // What has no date can be done at any time.
                    new("To do", Sorted(theirs.Where(i => i.DueOn is null))),
                    new(
                        "This week",
                        Sorted(theirs.Where(i => i.DueOn >= today && i.DueOn <= sunday))
                    ),
                    new("Later", Sorted(theirs.Where(i => i.DueOn > sunday))),
                    new("Waiting for us", Sorted(items.Where(i => i.IsOurs))),
                }.Where(p => p.Items.Count > 0),
            ],
            [.. items.Where(i => i.IsOffer)],
            today
        )
        {
            Telephone = items.Exists(i => i.IsOurs && i.DueOn < today)
                ? (await councils.OfAsync(actor, ct)).Telephone
                : "",
        };
    }

    private static List<OwnItem> Sorted(IEnumerable<OwnItem> items) =>
        [.. items.OrderBy(i => i.DueOn ?? DateOnly.MinValue).ThenBy(i => i.Title)];
}
