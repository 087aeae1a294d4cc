using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

/// <summary>The file that is handed out.</summary>
public sealed record AccessBundle(string FileName, byte[] Content, int Rows);

/// <summary>
/// Writes a copy: a page to read and print, and the same as JSON for whoever wants to use it elsewhere. Only what was
/// decided to be included is read; what was withheld is counted by its reason.
/// </summary>
public sealed class SubjectAccessBundle(
    FosterDb db,
    StoredRows stored,
    FileStore files,
    LondonClock clock
)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public async Task<AccessBundle> MakeAsync(SubjectAccess access, CancellationToken ct)
    {
        var items = await db.Set<SubjectAccessItem>()
            .AsNoTracking()
            .Where(i => i.AccessId == access.Id)
            .ToListAsync(ct);
        var included = items
            .Where(i => i.Choice == AccessChoice.Included)
            .Select(i => (i.Table, i.RowId))
            .ToHashSet();
        var rows = (await stored.OfAsync(access.CaseId, access.PersonId, ct))
            .Where(r => included.Contains((r.Table, r.Id)))
            .ToList();
        var person = await db.Set<Person>().SingleAsync(p => p.Id == access.PersonId, ct);
        var reference = await db.Set<Case>()
            .Where(c => c.Id == access.CaseId)
            .Select(c => c.Reference)
            .SingleAsync(ct);
        var council = await db.Set<Council>().SingleAsync(c => c.Id == access.CouncilId, ct);
        var withheld = items
            .Where(i => i.Choice == AccessChoice.Withheld)
            .GroupBy(i => AccessReasons.Of(i.ReasonCode)?.Label ?? "")
            .ToDictionary(g => g.Key, g => g.Count());
        var page = Page(person.FullName, reference, council, rows, withheld);
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                person = person.FullName,
                reference,
                council = council.Name,
                madeOn = clock.Today,
                withheld,
                records = rows.Select(r => new
                {
                    kind = RecordsWords.Table(r.Table),
                    values = r
                        .Values.GroupBy(v => v.Name)
                        .ToDictionary(g => g.Key, g => g.First().Value),
                }),
            },
            Indented
        );
        using var file = new MemoryStream();
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await WriteAsync(zip, "record.html", Encoding.UTF8.GetBytes(page), ct);
            await WriteAsync(zip, "record.json", json, ct);
            await FilesAsync(zip, [.. rows.Select(r => r.Id)], reference, ct);
        }
        return new AccessBundle($"subject-access-{reference}.zip", file.ToArray(), rows.Count);
    }

    private string Page(
        string name,
        string reference,
        Council council,
        List<StoredRow> rows,
        Dictionary<string, int> withheld
    )
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\">")
            .Append(
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
            )
            .Append(Safe($"What we store about {name}"))
            .Append("</title></head><body><h1>")
            .Append(Safe($"What we store about {name}"))
            .Append("</h1><p>")
            .Append(
                Safe(
                    $"{council.Name}, {reference}. Made on {BritishDate.Long(clock.Today)}. Questions: {council.TeamName}, {council.Telephone}."
                )
            )
            .Append("</p>");
        foreach (var table in rows.GroupBy(r => r.Table))
        {
            page.Append("<h2>").Append(Safe(RecordsWords.Table(table.Key))).Append("</h2>");
            foreach (var row in table)
            {
                page.Append("<dl>");
                foreach (var (label, value) in row.Values)
                    page.Append("<dt><strong>")
                        .Append(Safe(label))
                        .Append("</strong></dt><dd>")
                        .Append(Safe(value).Replace("\n", "<br>", StringComparison.Ordinal))
                        .Append("</dd>");
                page.Append("</dl><hr>");
            }
        }
        page.Append("<h2>What is not in this copy</h2>");
        if (withheld.Count == 0)
            page.Append("<p>Nothing was left out.</p>");
        foreach (var (reason, count) in withheld)
            page.Append("<p>").Append(Safe($"{count} – {reason}")).Append("</p>");
        page.Append(
            "<p>You may complain to us, and to the Information Commissioner’s Office.</p></body></html>"
        );
        return page.ToString();
    }

    /// <summary>The files of which the rows are included, as they were given.</summary>
    private async Task FilesAsync(
        ZipArchive zip,
        IReadOnlyList<Guid> included,
        string reference,
        CancellationToken ct
    )
    {
        foreach (
            var file in await db.Set<StoredFile>()
                .AsNoTracking()
                .Where(f => included.Contains(f.Id) && f.State == FileState.Clean)
                .OrderBy(f => f.AddedAt)
                .ThenBy(f => f.Id)
                .ToListAsync(ct)
        )
            await WriteAsync(
                zip,
                // Two applicants' papers of one kind have the same number.
                $"files/{file.Id.ToString("N")[^6..]}-{file.NameFor(reference)}",
                await files.OpenAsync(file, ct),
                ct
            );
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static async Task WriteAsync(
        ZipArchive zip,
        string name,
        byte[] content,
        CancellationToken ct
    )
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync(ct);
        await stream.WriteAsync(content, ct);
    }
}
