using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <summary>What the government says a carer should get at least for a child's costs, a week, in one year and region.</summary>
/// <param name="Source">Where the figures were read.</param>
public sealed record MinimumTable(
    TaxYear Year,
    Region Region,
    IReadOnlyDictionary<AgeBand, Money> Rates,
    string Source
);

/// <summary>A rate that is below the minimum, and by how much a week.</summary>
public sealed record Shortfall(AgeBand Band, Money Rate, Money Minimum)
{
    public Money Missing => Minimum - Rate;
}

/// <summary>
/// The published tables, as data. None is ever reckoned from a percentage (M-NMA-03), and none is here that nobody has
/// read: that of 2026-27 is missing (M-NMA-04), and the latest earlier one stands in, named as what it is.
/// </summary>
public static class NationalMinimum
{
    private const string Of2024 =
        "The Fostering Network, allowances survey 2024-25, quoting the government’s table";
    private const string Of2025 =
        "Fostering News, allowances 2025/26, quoting the government’s table";

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

    /// <summary>The table of a year, or the latest one before it; null before the first.</summary>
    public static MinimumTable? For(TaxYear year, Region region) =>
        Tables
            .Where(t => t.Region == region && t.Year.Start <= year.Start)
            .MaxBy(t => t.Year.Start);

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
            source
        );
}
