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

/// <summary>Words for how they heard of us in which no source is known, and how many rows say them.</summary>
public sealed record UnknownSource(string Said, int Rows);

/// <summary>Reads every row by what its columns mean and sorts them: good, bad with every reason, imported before, twice.</summary>
public sealed class CheckImport(
    FosterDb db,
    ImportedBook book,
    ImportedSources sources,
    CouncilHistory history,
    LondonClock clock
)
{
    private const int LongestReason = 1_900;
    private const int MostUnknown = 50;

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
        var reader = new PastEnquiryRow(input.Columns, clock.Today, HeadingsOf(import));
        var digests = await book.DigestsAsync(import.CouncilId, ct);
        var read = JsonSerializer
            .Deserialize<List<CsvRow>>(import.Content)!
            .Select(r => (Row: r, Said: reader.Read(r.Cells)))
            .Select(r =>
                (r.Row, r.Said, Who: r.Said.Enquiry is { } found ? digests.Of(found) : null)
            )
            .ToList();
        var before = await book.KnownAsync([.. read.Select(r => r.Who).OfType<RowIdentity>()], ct);
        var here = new KnownRows<int>();
        var unknown = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (row, (enquiry, wrong), who) in read)
        {
            var made = new ImportRow
            {
                CouncilId = import.CouncilId,
                ImportId = import.Id,
                Number = row.Number,
                Cells = ImportRow.Written(row.Cells),
                UploadedAt = import.UploadedAt,
            };
            db.Add(made);
            if (enquiry is null || who is null)
                made.As(RowState.Bad, Sentence(wrong));
            else if (before.Find(who) is { } earlier)
                made.Met(earlier);
            else if (here.Find(who) is { } number)
                made.As(RowState.Twice, ImportAct.Twice(number));
            else
            {
                made.As(RowState.Good);
                here.Add(who, row.Number);
                if (enquiry.HowHeard is { } heard && await sources.FindAsync(enquiry, ct) is null)
                    unknown[heard] = unknown.GetValueOrDefault(heard) + 1;
            }
        }
        import.Found(
            JsonSerializer.Serialize(
                unknown
                    .OrderByDescending(u => u.Value)
                    .ThenBy(u => u.Key, StringComparer.OrdinalIgnoreCase)
                    .Take(MostUnknown)
                    .Select(u => new UnknownSource(u.Key, u.Value))
            )
        );
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
        var width = HeadingsOf(import).Count;
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

    private static List<string> HeadingsOf(EnquiryImport import) =>
        JsonSerializer.Deserialize<List<string>>(import.Headings)!;

    private static string Sentence(IReadOnlyList<string> wrong)
    {
        var all = string.Join("; ", wrong);
        var whole = char.ToUpperInvariant(all[0]) + all[1..];
        return whole.Length > LongestReason ? whole[..LongestReason] : whole;
    }
}
