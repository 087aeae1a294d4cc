using System.Globalization;
using System.Text;

namespace Foster.Web.Foundation.Web;

/// <summary>
/// Writes tables for spreadsheets: UTF-8 with its mark, commas, quotes where they are needed. A text that a spreadsheet
/// would take for a formula gets an apostrophe before it; numbers, days and instants stay what they are.
/// </summary>
public sealed class Csv
{
    private static readonly char[] Quoted = [',', '"', '\r', '\n'];
    private readonly StringBuilder text = new();

    public Csv(params ReadOnlySpan<string> columns)
    {
        for (var i = 0; i < columns.Length; i++)
            text.Append(i == 0 ? "" : ",").Append(Cell(columns[i]));
        text.Append("\r\n");
    }

    public Csv Row(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            text.Append(i == 0 ? "" : ",").Append(Cell(values[i]));
        text.Append("\r\n");
        return this;
    }

    public byte[] ToBytes() =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            string words => Quote(Harmless(words)),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime at => at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            int or long or decimal => ((IFormattable)value).ToString(
                null,
                CultureInfo.InvariantCulture
            ),
            _ => Quote(Harmless(value.ToString() ?? "")),
        };

    /// <summary>Spreadsheets also look behind spaces, and at full-width signs.</summary>
    private static string Harmless(string words) =>
        words.TrimStart(' ') is [var first, ..]
        && first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
            ? "'" + words
            : words;

    private static string Quote(string words) =>
        words.IndexOfAny(Quoted) < 0
            ? words
            : "\"" + words.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
