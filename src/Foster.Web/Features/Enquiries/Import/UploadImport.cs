using System.Globalization;
using System.Text.Json;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Enquiries.Import;

/// <param name="Agreed">Whoever uploads it says that the people in it agreed to be recorded (R-ENQ-03).</param>
public sealed record UploadImportInput(string FileName, ReadOnlyMemory<byte> Content, bool Agreed);

/// <summary>Takes a file of past enquiries in, as it is. Nothing of it is an enquiry yet.</summary>
public sealed class UploadImport(
    FosterDb db,
    ImportedBook book,
    CouncilHistory history,
    LondonClock clock
)
{
    public const string File = "file";
    public const string Agreement = "agreed";
    public const int MostBytes = 900_000;
    public const int MostRows = 5_000;
    private const int MostColumns = 60;
    private const int LongestHeading = 100;
    private const int LongestName = 100;

    public Task<Result<Guid>> RunAsync(
        UploadImportInput input,
        Actor actor,
        CancellationToken ct
    ) => db.WriteTogetherAsync(() => TakeInAsync(input, actor, ct), ct);

    private async Task<Result<Guid>> TakeInAsync(
        UploadImportInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            return Result<Guid>.Refused(
                "Past enquiries are taken over by the recruitment officer or the team manager.",
                "R-ENQ-03"
            );
        Refusal[] disagreed = input.Agreed
            ? []
            :
            [
                new(
                    "Tick to say that the people in the file agreed to be recorded: without their agreement nothing is written down",
                    "R-ENQ-03",
                    Agreement
                ),
            ];
        if (input.Content.Length == 0)
            return Refused(
                input.FileName.Length == 0 ? "Select a CSV file" : "The selected file is empty"
            );
        if (input.Content.Length > MostBytes)
            return Refused("The file must be 900 KB or smaller. Split it into several");
        var read = CsvText.Read(input.Content.Span);
        if (!read.Ok)
            return Refused(read.Refusals[0].Reason);
        var table = read.Value;
        var rows = table.Rows.Where(r => r.Cells.Exists(c => c.Trim().Length > 0)).ToList();
        if (rows.Count < 2)
            return Refused("The file needs a row with the names of its columns and a row below it");
        if (rows.Count - 1 > MostRows)
            return Refused(
                $"The file must have {MostRows.ToString("N0", CultureInfo.InvariantCulture)} rows or fewer. Split it into several"
            );
        if (rows.Max(r => r.Cells.Count) > MostColumns)
            return Refused($"The file must have {MostColumns} columns or fewer");
        if (disagreed.Length > 0)
            return Result<Guid>.Refused(disagreed);
        var import = new EnquiryImport
        {
            CouncilId = actor.CouncilId,
            FileName = Named(input.FileName),
            ReadAs =
                $"{table.Letters}, {(table.Separator switch { ';' => "semicolons", '\t' => "tabs", _ => "commas" })}",
            Headings = JsonSerializer.Serialize(rows[0].Cells.Select(Heading)),
            Rows = rows.Count - 1,
            Agreed = input.Agreed,
            UploadedAt = clock.Now,
            ById = actor.AccountId,
            By = actor.Name,
        }.Holding(JsonSerializer.Serialize(rows.Skip(1)));
        db.Add(import);
        // Of two first files at once one makes the secret for both.
        await db.AloneAsync($"import-secret:{import.CouncilId}", ct);
        await book.DigestsAsync(import.CouncilId, ct);
        history.Write(
            actor,
            import.Id,
            new HistoryNote(
                "enquiry.import-uploaded",
                $"A file of past enquiries was uploaded, rows: {import.Rows}; the people in it agreed to be recorded, as {actor.Name} said"
            )
            {
                Rules = ["R-ENQ-03"],
            }
        );
        await db.SaveChangesAsync(ct);
        return import.Id;

        Result<Guid> Refused(string reason) =>
            Result<Guid>.Refused([new Refusal(reason, null, File), .. disagreed]);
    }

    private static string Heading(string cell)
    {
        var heading = Words.Storable(Words.Tidy(CsvText.Plain(cell), false));
        return heading.Length > LongestHeading ? heading[..LongestHeading] : heading;
    }

    /// <summary>The last part of what the browser says, which is a name and no way.</summary>
    private static string Named(string said)
    {
        var name = Words.Storable(said.Split('/', '\\')[^1]).Trim();
        return name.Length == 0 ? "A file without a name"
            : name.Length > LongestName ? name[..LongestName]
            : name;
    }
}
