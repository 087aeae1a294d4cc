using System.Text;

namespace Foster.Web.Features.Allowances;

/// <summary>A row of a CSV text, with its number as a spreadsheet counts.</summary>
internal sealed record CsvRow(int Number, List<string> Cells);

/// <summary>Reads commas and quotes; a quoted cell may hold commas, quotes twice and line ends.</summary>
internal static class CsvText
{
    public static List<CsvRow> Rows(string text)
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
            else if (c == ',')
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
}
