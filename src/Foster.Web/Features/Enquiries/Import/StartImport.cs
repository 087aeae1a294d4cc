using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Jobs;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Import;

public sealed record StartImportInput(Guid ImportId);

/// <summary>Hands the good rows to the job that takes them; whoever started it may leave.</summary>
public sealed class StartImport(FosterDb db, CouncilHistory history, JobBook jobs)
{
    public Task<Result> RunAsync(StartImportInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => StartAsync(input, actor, ct), ct);

    private async Task<Result> StartAsync(StartImportInput input, Actor actor, CancellationToken ct)
    {
        if (
            await db.Set<EnquiryImport>().SingleOrDefaultAsync(i => i.Id == input.ImportId, ct)
            is not { } import
        )
            return ImportAct.NotFound;
        var good = await db.Set<ImportRow>()
            .CountAsync(r => r.ImportId == import.Id && r.State == RowState.Good, ct);
        var started = import.Start(
            actor,
            good > 0
                ? []
                : [new Refusal("No row can be taken. Correct the file and upload it again.")]
        );
        if (!started.Ok)
            return started;
        history.Write(
            actor,
            import.Id,
            new HistoryNote(
                "enquiry.import-started",
                $"Past enquiries are taken over from a file, rows: {good}"
            )
            {
                Rules = ["R-ENQ-03"],
            }
        );
        await db.SaveChangesAsync(ct);
        // Where a run is under way, it or the next one takes this import too.
        await jobs.AskAsync(ImportJob.JobKey, ct);
        return Result.Done;
    }
}
