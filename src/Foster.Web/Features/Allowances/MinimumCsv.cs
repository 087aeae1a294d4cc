using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Allowances;

/// <summary>The national minimum of a year as a file: a row for each region and band of ages.</summary>
public static class MinimumCsv
{
    public static readonly string[] Columns = ["Region", "Age", RateFile.Amount];

    public static Result<IReadOnlyDictionary<(Region Region, AgeBand Band), Money>> Read(
        ReadOnlySpan<byte> content
    )
    {
        var rates = new Dictionary<(Region, AgeBand), Money>();
        var against = RateFile.Against(
            content,
            Columns,
            cells => Take(cells, rates),
            () =>
                MinimumTerms
                    .Places.Where(p => !rates.ContainsKey(p))
                    .Select(p => new Refusal(
                        $"There is no row for {p.Region.Title()}, {p.Band.Key()}",
                        "M-NMA-01",
                        RateFile.Field
                    ))
        );
        return against.Count > 0
            ? Result<IReadOnlyDictionary<(Region, AgeBand), Money>>.Refused(against)
            : Result.Of<IReadOnlyDictionary<(Region, AgeBand), Money>>(rates);
    }

    private static string? Take(
        IReadOnlyList<string> cells,
        Dictionary<(Region, AgeBand), Money> rates
    )
    {
        if (Regions.Read(cells[0]) is not { } region)
            return $"“{RateFile.Short(cells[0])}” is no region: use {string.Join(", ", Regions.All.Select(r => r.Title()))}";
        if (AgeBands.Read(CsvText.Plain(cells[1])) is not { } band)
            return AgeBands.NoBand(CsvText.Plain(cells[1]));
        if (!Money.TryParse(cells[2], out var amount))
            return $"“{RateFile.Short(cells[2])}” is no amount of pounds, like 194";
        if (MinimumTerms.AgainstAmount(amount) is { } wrong)
            return $"the amount {wrong}";
        return rates.TryAdd((region, band), amount)
            ? null
            : $"there is a row for {region.Title()}, {band.Key()} already";
    }
}
