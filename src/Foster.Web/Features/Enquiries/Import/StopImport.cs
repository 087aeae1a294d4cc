using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Import;

public sealed record StopImportInput(Guid ImportId);

/// <summary>No further row is taken; those that were stay, and it can be started again for the others.</summary>
public sealed class StopImport(FosterDb db, CouncilHistory history)
{
    public Task<Result> RunAsync(StopImportInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => StopAsync(input, actor, ct), ct);

    private async Task<Result> StopAsync(StopImportInput input, Actor actor, CancellationToken ct)
    {
        if (
            await db.Set<EnquiryImport>().SingleOrDefaultAsync(i => i.Id == input.ImportId, ct)
            is not { } import
        )
            return ImportAct.NotFound;
        if (
            !await db.Set<ImportRow>()
                .AnyAsync(r => r.ImportId == import.Id && r.State == RowState.Good, ct)
        )
            return Result.Refused("Every row is taken already. The import ends by itself.");
        var stopped = import.Stop(actor);
        if (!stopped.Ok)
            return stopped;
        history.Write(
            actor,
            import.Id,
            new HistoryNote("enquiry.import-stopped", "The import of past enquiries was stopped")
            {
                Rules = ["R-ENQ-03"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
