using System.Text;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Allowances;

/// <summary>Allowances and levels as a file says them.</summary>
public sealed record ScheduleRows(
    IReadOnlyDictionary<AgeBand, Money> Allowances,
    IReadOnlyList<FeeLevel> Levels
);

/// <summary>
/// Rates as a table for spreadsheets: three named columns in any order. A file is taken whole or not at all, and every
/// row that is wrong is named with its number and the reason.
/// </summary>
public static class ScheduleCsv
{
    public const int MaxBytes = 64 * 1024;
    public const string File = "file";

    public static readonly string[] Columns = ["Kind", "Name", "Pounds a week"];

    private const string Allowance = "allowance";
    private const string Fee = "fee";

    public static Result<ScheduleRows> Read(ReadOnlySpan<byte> content)
    {
        if (content.Length == 0)
            return Refused("Select a CSV file");
        if (content.Length > MaxBytes)
            return Refused("The file must be 64 KB or smaller");
        if (TextOf(content) is not { } text)
            return Refused(
                "The file is no text in UTF-8. In your spreadsheet choose “CSV UTF-8” when you save it"
            );
        var rows = CsvText.Rows(text);
        if (rows.Count == 0)
            return Refused("The file has no rows");
        var places = Columns
            .Select(c =>
                rows[0].Cells.FindIndex(h => h.Trim().Equals(c, StringComparison.OrdinalIgnoreCase))
            )
            .ToArray();
        var missing = Columns.Where((_, i) => places[i] < 0).ToList();
        return missing.Count > 0
            ? Refused(
                $"The first row must name the columns Kind, Name and Pounds a week. Missing: {string.Join(", ", missing)}"
            )
            : Take([.. rows.Skip(1).Where(r => r.Cells.Exists(c => c.Trim().Length > 0))], places);
    }

    /// <summary>The same table, to look at, change and enter again.</summary>
    public static IEnumerable<(string Kind, string Name, decimal Pounds)> Rows(RateCard card) =>
        AgeBands
            .All.Select(b => (Allowance, b.Key(), card.Allowances[b].Pence / 100m))
            .Concat(card.Levels.Select(l => (Fee, l.Name, l.Fee.Pence / 100m)));

    private static Result<ScheduleRows> Take(IReadOnlyList<CsvRow> rows, int[] places)
    {
        var refusals = new List<Refusal>();
        var allowances = new Dictionary<AgeBand, Money>();
        var levels = new List<FeeLevel>();
        foreach (var row in rows)
        {
            var kind = Cell(row, places[0]).ToLowerInvariant();
            var name = CsvText.Plain(Cell(row, places[1]));
            var typed = Cell(row, places[2]);
            var reason =
                kind is not (Allowance or Fee) ? "Kind must be allowance or fee"
                : !Money.TryParse(typed, out var amount)
                    ? $"“{Short(typed)}” is no amount of pounds, like 194 or 194.50"
                : amount < Money.Zero || amount > ScheduleTerms.Most
                    ? $"the amount must be from £0 to {ScheduleTerms.Most}"
                : kind == Allowance ? TakeAllowance(allowances, name, amount)
                : TakeLevel(levels, name, amount);
            if (reason is not null)
                refusals.Add(new($"Row {row.Number}: {reason}", null, File));
        }
        refusals.AddRange(
            AgeBands
                .All.Where(b => refusals.Count == 0 && !allowances.ContainsKey(b))
                .Select(b => new Refusal(
                    $"There is no row with the allowance for {b.Key()}",
                    "M-NMA-01",
                    File
                ))
                .ToList()
        );
        return refusals.Count > 0
            ? Result<ScheduleRows>.Refused(refusals)
            : new ScheduleRows(allowances, levels);
    }

    private static string? TakeAllowance(
        Dictionary<AgeBand, Money> allowances,
        string name,
        Money amount
    )
    {
        // Spreadsheets like to write an en dash.
        var key = string.Concat(name.Where(c => !char.IsWhiteSpace(c))).Replace('–', '-');
        if (AgeBands.All.Where(b => b.Key() == key).ToList() is not [var band])
            return $"“{Short(name)}” is no band of ages: use 0-2, 3-4, 5-10, 11-15 or 16-17";
        if (amount == Money.Zero)
            return "an allowance is more than £0";
        return allowances.TryAdd(band, amount) ? null : $"there is a row for {key} already";
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

    private static string Cell(CsvRow row, int place) =>
        place < row.Cells.Count ? Words.Tidy(row.Cells[place], false) : "";

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static string? TextOf(ReadOnlySpan<byte> content)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Result<ScheduleRows> Refused(string reason) =>
        Result<ScheduleRows>.Refused(reason, null, File);
}
