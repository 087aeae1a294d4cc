using System.Text;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Foundation.Web;

/// <summary>A row of a CSV text, with its number as a spreadsheet counts.</summary>
public sealed record CsvRow(int Number, List<string> Cells);

/// <summary>A CSV file as it could be read: by which separator, in which letters.</summary>
public sealed record CsvTable(IReadOnlyList<CsvRow> Rows, char Separator, string Letters);

/// <summary>Reads separators and quotes; a quoted cell may hold separators, quotes twice and line ends.</summary>
public static class CsvText
{
    private const int Windows = 1252;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>
    /// A file of a spreadsheet: UTF-8 with or without its mark, else the letters of Windows; commas, semicolons or tabs,
    /// whichever the first row has most of.
    /// </summary>
    public static Result<CsvTable> Read(ReadOnlySpan<byte> content)
    {
        var (text, letters) = TextOf(content);
        if (text.Contains('\0', StringComparison.Ordinal))
            return Result<CsvTable>.Refused(
                "The file is no text. In your spreadsheet choose “CSV UTF-8” when you save it"
            );
        var separator = SeparatorOf(text);
        var rows = Rows(text, out var openSince, separator);
        return openSince is { } number
            ? Result<CsvTable>.Refused(
                $"A quotation mark in row {number} is opened and never closed. Close it, or take it out"
            )
            : new CsvTable(rows, separator, letters);
    }

    public static List<CsvRow> Rows(string text) => Rows(text, out _, ',');

    /// <param name="openSince">The row with a quotation mark that is never closed.</param>
    private static List<CsvRow> Rows(string text, out int? openSince, char separator)
    {
        var rows = new List<CsvRow>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                    cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    cell.Append(text[i++]);
                else
                    quoted = false;
            }
            else if (c == '"' && cell.Length == 0)
                quoted = true;
            else if (c == separator)
                EndCell();
            else if (c is '\r' or '\n')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                    i++;
                EndRow();
            }
            else
                cell.Append(c);
        }
        openSince = quoted ? rows.Count + 1 : null;
        if (cell.Length > 0 || cells.Count > 0)
            EndRow();
        return rows;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            EndCell();
            rows.Add(new CsvRow(rows.Count + 1, cells));
            cells = [];
        }
    }

    /// <summary>What <see cref="Csv"/> put before a text that looked like a formula is no part of the text.</summary>
    public static string Plain(string cell) =>
        cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    private static (string Text, string Letters) TextOf(ReadOnlySpan<byte> content)
    {
        try
        {
            return (new UTF8Encoding(false, true).GetString(content).TrimStart('\uFEFF'), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (
                CodePagesEncodingProvider.Instance.GetEncoding(Windows)!.GetString(content),
                "Windows-1252"
            );
        }
    }

    /// <summary>Names of columns hold quotes now and then, and rarely a separator in them.</summary>
    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return Separators.MaxBy(s => first.Count(c => c == s));
    }
}
