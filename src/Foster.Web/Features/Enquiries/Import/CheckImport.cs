using System.Text.Json;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Import;

/// <param name="Columns">Meaning → number of the column, the first being 0.</param>
public sealed record CheckImportInput(
    Guid ImportId,
    IReadOnlyDictionary<ImportColumn, int> Columns
);

/// <summary>Reads every row by what its columns mean and sorts them: good, bad with every reason, imported before.</summary>
public sealed class CheckImport(FosterDb db, CouncilHistory history, LondonClock clock)
{
    private const int LongestReason = 1_900;

    public async Task<Result> RunAsync(CheckImportInput input, Actor actor, CancellationToken ct)
    {
        if (
            await db.Set<EnquiryImport>().SingleOrDefaultAsync(i => i.Id == input.ImportId, ct)
            is not { } import
        )
            return ImportAct.NotFound;
        var moved = import.Check(
            actor,
            JsonSerializer.Serialize(input.Columns),
            [.. Against(input.Columns, import)]
        );
        if (!moved.Ok)
            return moved;
        db.RemoveRange(
            await db.Set<ImportRow>().Where(r => r.ImportId == import.Id).ToListAsync(ct)
        );
        var reader = new PastEnquiryRow(input.Columns, clock.Today);
        var read = JsonSerializer
            .Deserialize<List<CsvRow>>(import.Content)!
            .Select(r => (Row: r, Said: reader.Read(r.Cells)))
            .ToList();
        var known = await KnownAsync([.. read.Select(r => r.Said.Enquiry?.RowKey)], ct);
        foreach (var (row, (enquiry, wrong)) in read)
        {
            var made = new ImportRow
            {
                CouncilId = import.CouncilId,
                ImportId = import.Id,
                Number = row.Number,
                Cells = ImportRow.Written(row.Cells),
                RowKey = enquiry?.RowKey,
                UploadedAt = import.UploadedAt,
            };
            db.Add(
                enquiry is null ? made.As(RowState.Bad, Sentence(wrong))
                // The second of two equal rows has been imported by then.
                : known.Add(made.RowKey!) ? made.As(RowState.Good)
                : made.As(RowState.Known, ImportAct.Before)
            );
        }
        history.Write(
            actor,
            import.Id,
            new HistoryNote("enquiry.import-checked", "The rows of a file were checked")
            {
                Rules = ["R-ENQ-03"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private static IEnumerable<Refusal> Against(
        IReadOnlyDictionary<ImportColumn, int> columns,
        EnquiryImport import
    )
    {
        var width = JsonSerializer.Deserialize<List<string>>(import.Headings)!.Count;
        foreach (var field in ImportField.All)
        {
            if (field.Required && !columns.ContainsKey(field.Column))
                yield return new(
                    $"Select the column that holds “{field.Label}”",
                    "R-ENQ-03",
                    field.Name
                );
            if (columns.TryGetValue(field.Column, out var at) && (at < 0 || at >= width))
                yield return new("Select a column of the file", null, field.Name);
        }
        foreach (
            var twice in columns
                .GroupBy(c => c.Value)
                .Where(g => g.Count() > 1)
                .Select(g => g.Last())
        )
            yield return new(
                "This column is chosen for something else already",
                null,
                ImportField.All.First(f => f.Column == twice.Key).Name
            );
    }

    private async Task<HashSet<string>> KnownAsync(
        IReadOnlyList<string?> keys,
        CancellationToken ct
    )
    {
        var asked = keys.OfType<string>().Distinct().ToList();
        return
        [
            .. await db.Set<ImportedEnquiry>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .Where(e => asked.Contains(e.RowKey))
                .Select(e => e.RowKey)
                .ToListAsync(ct),
        ];
    }

    private static string Sentence(IReadOnlyList<string> wrong)
    {
        var all = string.Join("; ", wrong);
        var whole = char.ToUpperInvariant(all[0]) + all[1..];
        return whole.Length > LongestReason ? whole[..LongestReason] : whole;
    }
}
