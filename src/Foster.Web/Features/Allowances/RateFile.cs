using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Allowances;

/// <summary>
/// Rates as a table for spreadsheets: named columns in any order. A file is taken whole or not at all, and every row that
/// is wrong is named with its number and the reason.
/// </summary>
public static class RateFile
{
    public const int MaxBytes = 64 * 1024;
    public const string Field = "file";
    public const string Amount = "Pounds a week";

    /// <param name="take">Takes one row, in the order of the columns; what is wrong with it, or null.</param>
    /// <param name="missing">What is not there although every row was fine.</param>
    public static IReadOnlyList<Refusal> Against(
        ReadOnlySpan<byte> content,
        IReadOnlyList<string> columns,
        Func<IReadOnlyList<string>, string?> take,
        Func<IEnumerable<Refusal>> missing
    )
    {
        if (content.Length == 0)
            return Refused("Select a CSV file");
        if (content.Length > MaxBytes)
            return Refused("The file must be 64 KB or smaller");
        var read = CsvText.Read(content);
        if (!read.Ok)
            return Refused(read.Reasons);
        var rows = read.Value.Rows;
        if (rows.Count == 0)
            return Refused("The file has no rows");
        var places = columns
            .Select(c =>
                rows[0].Cells.FindIndex(h => h.Trim().Equals(c, StringComparison.OrdinalIgnoreCase))
            )
            .ToList();
        var lost = columns.Where((_, i) => places[i] < 0).ToList();
        if (lost.Count > 0)
            return Refused(
                $"The first row must name the columns {string.Join(", ", columns.SkipLast(1))} and {columns[^1]}. Missing: {string.Join(", ", lost)}"
            );
        var wrong = rows.Skip(1)
            .Where(r => r.Cells.Exists(c => c.Trim().Length > 0))
            .Select(r => (r.Number, Reason: take([.. places.Select(p => Cell(r, p))])))
            .Where(r => r.Reason is not null)
            .Select(r => new Refusal($"Row {r.Number}: {r.Reason}", null, Field))
            .ToList();
        return wrong.Count > 0 ? wrong : [.. missing()];
    }

    /// <summary>So much of what somebody wrote as a message repeats.</summary>
    public static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static string Cell(CsvRow row, int place) =>
        place < row.Cells.Count ? Words.Tidy(row.Cells[place], false) : "";

    private static IReadOnlyList<Refusal> Refused(string reason) =>
        [new Refusal(reason, null, Field)];
}
