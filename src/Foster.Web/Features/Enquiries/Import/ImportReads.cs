using System.Text.Json;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Web;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Import;

/// <summary>One import in the list.</summary>
public sealed record ImportLine(
    Guid Id,
    string FileName,
    ImportState State,
    int Rows,
    DateTime UploadedAt,
    string By
);

/// <summary>A row that can be taken, as it is understood.</summary>
public sealed record GoodRow(int Number, PastEnquiry Said);

/// <summary>A row that is not taken, and why.</summary>
public sealed record RefusedRow(int Number, RowState State, string Reason);

/// <summary>One import, with how many rows are what.</summary>
public sealed record ImportView(
    ImportLine Line,
    string ReadAs,
    IReadOnlyList<string> Headings,
    IReadOnlyDictionary<ImportColumn, int> Columns,
    IReadOnlyDictionary<RowState, int> Counts,
    IReadOnlyList<UnknownSource> UnknownSources,
    DateTime? FinishedAt
)
{
    public int Of(params RowState[] states) => states.Sum(s => Counts.GetValueOrDefault(s));
}

/// <summary>Imports of past enquiries, for reading only.</summary>
public sealed class ImportReads(FosterDb db)
{
    public const int PageSize = 25;

    /// <summary>The newest first.</summary>
    public async Task<(IReadOnlyList<ImportLine> Lines, string? Next)> ListAsync(
        string? after,
        CancellationToken ct
    )
    {
        var imports = db.Set<EnquiryImport>().AsNoTracking();
        if (InstantCursor.Read(after) is { } start)
            imports = imports.Where(i =>
                i.UploadedAt < start.At
                || (i.UploadedAt == start.At && i.Id.CompareTo(start.Id) < 0)
            );
        var rows = await imports
            .OrderByDescending(i => i.UploadedAt)
            .ThenByDescending(i => i.Id)
            .Take(PageSize + 1)
            .Select(i => new ImportLine(i.Id, i.FileName, i.State, i.Rows, i.UploadedAt, i.By))
            .ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        return (
            page,
            rows.Count > PageSize ? InstantCursor.Write(page[^1].UploadedAt, page[^1].Id) : null
        );
    }

    /// <summary>Null where there is none, or another council's.</summary>
    public async Task<ImportView?> FindAsync(Guid importId, CancellationToken ct)
    {
        var import = await db.Set<EnquiryImport>()
            .AsNoTracking()
            .Where(i => i.Id == importId)
            .Select(i => new
            {
                Line = new ImportLine(i.Id, i.FileName, i.State, i.Rows, i.UploadedAt, i.By),
                i.ReadAs,
                i.Headings,
                i.Columns,
                i.UnknownSources,
                i.FinishedAt,
            })
            .SingleOrDefaultAsync(ct);
        if (import is null)
            return null;
        var counts = await db.Set<ImportRow>()
            .Where(r => r.ImportId == importId)
            .GroupBy(r => r.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new ImportView(
            import.Line,
            import.ReadAs,
            JsonSerializer.Deserialize<List<string>>(import.Headings)!,
            import.Columns.Length == 0
                ? new Dictionary<ImportColumn, int>()
                : JsonSerializer.Deserialize<Dictionary<ImportColumn, int>>(import.Columns)!,
            counts,
            import.UnknownSources.Length == 0
                ? []
                : JsonSerializer.Deserialize<List<UnknownSource>>(import.UnknownSources)!,
            import.FinishedAt
        );
    }

    /// <summary>Rows that wait to be taken, by their numbers, as they are understood.</summary>
    public async Task<(IReadOnlyList<GoodRow> Rows, int? Next)> GoodAsync(
        ImportView view,
        int after,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await db.Set<ImportRow>()
            .AsNoTracking()
            .Where(r => r.ImportId == view.Line.Id && r.State == RowState.Good)
            .Where(r => r.Number > after)
            .OrderBy(r => r.Number)
            .Take(PageSize + 1)
            .ToListAsync(ct);
        var reader = new PastEnquiryRow(view.Columns, today);
        return (
            [
                .. rows.Take(PageSize)
                    .Select(r => (r.Number, reader.Read(CellsOf(r.Cells)).Enquiry))
                    .Where(r => r.Enquiry is not null)
                    .Select(r => new GoodRow(r.Number, r.Enquiry!)),
            ],
            rows.Count > PageSize ? rows[PageSize - 1].Number : null
        );
    }

    /// <summary>Rows that are not taken, by their numbers.</summary>
    public async Task<(IReadOnlyList<RefusedRow> Rows, int? Next)> RefusedAsync(
        Guid importId,
        int after,
        CancellationToken ct
    )
    {
        var rows = await Refused(importId)
            .Where(r => r.Number > after)
            .OrderBy(r => r.Number)
            .Take(PageSize + 1)
            .Select(r => new RefusedRow(r.Number, r.State, r.Reason ?? ""))
            .ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        return (page, rows.Count > PageSize ? page[^1].Number : null);
    }

    /// <summary>The same rows as they stand in the file, to be given back; but for those that were imported before.</summary>
    public async Task<IReadOnlyList<(IReadOnlyList<string> Cells, string Reason)>> GivenBackAsync(
        Guid importId,
        CancellationToken ct
    ) =>
        [
            .. (
                await Refused(importId)
                    .Where(r => r.State != RowState.Known)
                    .OrderBy(r => r.Number)
                    .ToListAsync(ct)
            ).Select(r => (CellsOf(r.Cells), r.Reason ?? "")),
        ];

    /// <summary>The cells of a row as they stand in the file.</summary>
    public static IReadOnlyList<string> CellsOf(string written) =>
        CsvText.Rows(written) is [var row, ..] ? row.Cells : [];

    private IQueryable<ImportRow> Refused(Guid importId) =>
        db.Set<ImportRow>()
            .AsNoTracking()
            .Where(r =>
                r.ImportId == importId
                && (
                    r.State == RowState.Bad
                    || r.State == RowState.Failed
                    || r.State == RowState.Known
                    || r.State == RowState.Twice
                    || r.State == RowState.Erased
                )
            );
}
