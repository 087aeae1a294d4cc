using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances.Finance;

/// <summary>The amounts of one year as a page shows them; beside each, how it differs from another table.</summary>
public sealed record MinimumGrid(
    string Caption,
    IReadOnlyDictionary<(Region Region, AgeBand Band), Money> Rates,
    Func<Region, MinimumTable?>? Beside = null
)
{
    public static MinimumGrid Of(TaxYear year, MinimumTables tables) =>
        new(
            $"Pounds a week for each child, {year}",
            MinimumTerms.Places.ToDictionary(p => p, p => tables.Of(year, p.Region)!.Rates[p.Band])
        );

    public string Cell(Region region, AgeBand band)
    {
        var rate = Rates[(region, band)];
        var amount = MinimumTerms.Pounds(rate);
        if (Beside?.Invoke(region) is not { } other)
            return amount;
        var more = rate - other.Rates[band];
        return more > Money.Zero ? $"{amount}, up {MinimumTerms.Pounds(more)}"
            : more < Money.Zero ? $"{amount}, down {MinimumTerms.Pounds(-more)}"
            : $"{amount}, the same";
    }
}
