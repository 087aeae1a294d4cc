using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <summary>What the government says a carer should get at least for a child's costs, a week, in one year and region.</summary>
/// <param name="Source">Where the figures were read.</param>
/// <param name="Address">Where that can be opened.</param>
/// <param name="EntryId">What the council entered; null for a table that is shipped.</param>
public sealed record MinimumTable(
    TaxYear Year,
    Region Region,
    IReadOnlyDictionary<AgeBand, Money> Rates,
    string Source,
    string Address,
    Guid? EntryId = null
);

/// <summary>A rate that is below the minimum, and by how much a week.</summary>
public sealed record Shortfall(AgeBand Band, Money Rate, Money Minimum)
{
    public Money Missing => Minimum - Rate;
}

/// <summary>
/// The published tables that are shipped, as data. None is ever reckoned from a percentage (M-NMA-03), and none is here
/// that nobody has read: that of 2026-27 a council enters itself (M-NMA-04), and until then the latest earlier one stands
/// in, named as what it is. What counts for a council says <see cref="MinimumReads"/>.
/// </summary>
public static class NationalMinimum
{
    private const string Of2024 =
        "The Fostering Network, allowances survey 2024-25, quoting the government’s table";
    private const string Of2025 =
        "Fostering News, allowances 2025/26, quoting the government’s table";

    private static readonly Dictionary<string, string> Sites = new()
    {
        [Of2024] = "https://thefosteringnetwork.org.uk/",
        [Of2025] = "https://fosteringnews.co.uk/",
    };

    public static IReadOnlyList<MinimumTable> Tables { get; } =
    [
        Table(2024, Region.RestOfEngland, Of2024, 165, 170, 187, 213, 249),
        Table(2024, Region.SouthEast, Of2024, 183, 189, 208, 238, 278),
        Table(2024, Region.London, Of2024, 191, 195, 217, 248, 289),
        Table(2025, Region.RestOfEngland, Of2025, 170, 176, 194, 220, 258),
        Table(2025, Region.SouthEast, Of2025, 189, 196, 216, 247, 288),
        Table(2025, Region.London, Of2025, 198, 201, 225, 257, 299),
    ];

    /// <summary>The first day for which there is a table.</summary>
    public static DateOnly First { get; } = new TaxYear(Tables.Min(t => t.Year.Start)).First;

    /// <summary>What counts for whoever has confirmed nothing of their own.</summary>
    public static MinimumTables Shipped { get; } = new([]);

    /// <summary>Each band whose rate is below the table's (M-NMA-05).</summary>
    public static IReadOnlyList<Shortfall> Against(
        MinimumTable table,
        IReadOnlyDictionary<AgeBand, Money> rates
    ) =>
        [
            .. AgeBands
                .All.Where(b => rates[b] < table.Rates[b])
                .Select(b => new Shortfall(b, rates[b], table.Rates[b])),
        ];

    private static MinimumTable Table(
        int year,
        Region region,
        string source,
        params int[] pounds
    ) =>
        new(
            new TaxYear(year),
            region,
            AgeBands.All.Zip(pounds).ToDictionary(p => p.First, p => Money.Pounds(p.Second)),
            source,
            Sites[source]
        );
}
