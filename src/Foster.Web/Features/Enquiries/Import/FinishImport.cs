using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Import;

public sealed record FinishImportInput(Guid ImportId);

/// <summary>Ends an import of which no row waits any more, unless it was stopped.</summary>
public sealed class FinishImport(FosterDb db, CouncilHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(FinishImportInput input, Actor actor, CancellationToken ct)
    {
        var import = await db.Set<EnquiryImport>()
            .SingleOrDefaultAsync(i => i.Id == input.ImportId, ct);
        // Somebody stopped it while its last rows were on their way.
        if (import is not { State: ImportState.Running })
            return Result.Done;
        var rows = db.Set<ImportRow>().Where(r => r.ImportId == import.Id);
        if (await rows.AnyAsync(r => r.State == RowState.Good, ct))
            return Result.Refused("Some rows still wait.");
        var finished = import.Finish(actor, clock.Now);
        if (!finished.Ok)
            return finished;
        var taken = await rows.CountAsync(r => r.State == RowState.Taken, ct);
        history.Write(
            actor,
            import.Id,
            new HistoryNote(
                "enquiry.import-finished",
                $"Past enquiries were taken over from a file, rows: {taken}"
            )
            {
                Rules = ["R-ENQ-03"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

public sealed record FailImportRowInput(Guid RowId);

/// <summary>Lays aside a row that could not be saved, so that the others go on.</summary>
public sealed class FailImportRow(FosterDb db, CouncilHistory history)
{
    public async Task<Result> RunAsync(FailImportRowInput input, Actor actor, CancellationToken ct)
    {
        var row = await db.Set<ImportRow>().SingleOrDefaultAsync(r => r.Id == input.RowId, ct);
        if (row is not { State: RowState.Good })
            return Result.Done;
        row.As(RowState.Failed, "It could not be saved. Upload it again");
        history.Write(
            actor,
            row.ImportId,
            new HistoryNote("enquiry.import-failed", $"Row {row.Number} could not be saved")
            {
                Rules = ["R-ENQ-03"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
