using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Allowances;

/// <summary>Allowances and levels as a file says them.</summary>
public sealed record ScheduleRows(
    IReadOnlyDictionary<AgeBand, Money> Allowances,
    IReadOnlyList<FeeLevel> Levels
);

/// <summary>The rates of a schedule as a file.</summary>
public static class ScheduleCsv
{
    public static readonly string[] Columns = ["Kind", "Name", RateFile.Amount];

    private const string Allowance = "allowance";
    private const string Fee = "fee";

    public static Result<ScheduleRows> Read(ReadOnlySpan<byte> content)
    {
        var allowances = new Dictionary<AgeBand, Money>();
        var levels = new List<FeeLevel>();
        var against = RateFile.Against(
            content,
            Columns,
            cells => Take(cells, allowances, levels),
            () => Missing(allowances)
        );
        return against.Count > 0
            ? Result<ScheduleRows>.Refused(against)
            : new ScheduleRows(allowances, levels);
    }

    /// <summary>The same table, to look at, change and enter again.</summary>
    public static IEnumerable<(string Kind, string Name, decimal Pounds)> Rows(RateCard card) =>
        AgeBands
            .All.Select(b => (Allowance, b.Key(), card.Allowances[b].Pence / 100m))
            .Concat(card.Levels.Select(l => (Fee, l.Name, l.Fee.Pence / 100m)));

    private static string? Take(
        IReadOnlyList<string> cells,
        Dictionary<AgeBand, Money> allowances,
        List<FeeLevel> levels
    )
    {
        var kind = cells[0].ToLowerInvariant();
        var name = CsvText.Plain(cells[1]);
        return kind is not (Allowance or Fee) ? "Kind must be allowance or fee"
            : !Money.TryParse(cells[2], out var amount)
                ? $"“{RateFile.Short(cells[2])}” is no amount of pounds, like 194 or 194.50"
            : amount < Money.Zero || amount > ScheduleTerms.Most
                ? $"the amount must be from £0 to {ScheduleTerms.Most}"
            : kind == Allowance ? TakeAllowance(allowances, name, amount)
            : TakeLevel(levels, name, amount);
    }

    private static IEnumerable<Refusal> Missing(Dictionary<AgeBand, Money> allowances) =>
        AgeBands
            .All.Where(b => !allowances.ContainsKey(b))
            .Select(b => new Refusal(
                $"There is no row with the allowance for {b.Key()}",
                "M-NMA-01",
                RateFile.Field
            ));

    private static string? TakeAllowance(
        Dictionary<AgeBand, Money> allowances,
        string name,
        Money amount
    )
    {
        if (AgeBands.Read(name) is not { } band)
            return AgeBands.NoBand(name);
        if (amount == Money.Zero)
            return "an allowance is more than £0";
        return allowances.TryAdd(band, amount) ? null : $"there is a row for {band.Key()} already";
    }

    private static string? TakeLevel(List<FeeLevel> levels, string name, Money amount)
    {
        if (name.Length is 0 or > ScheduleTerms.LongestName || !Words.IsStorable(name, false))
            return $"the level needs a name of up to {ScheduleTerms.LongestName} characters";
        if (levels.Exists(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            return $"there is a level called {name} already";
        if (levels.Count == ScheduleTerms.MostLevels)
            return $"there may be up to {ScheduleTerms.MostLevels} levels";
        levels.Add(new FeeLevel(name, amount));
        return null;
    }
}
