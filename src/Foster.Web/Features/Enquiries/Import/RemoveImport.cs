using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Import;

public sealed record RemoveImportInput(Guid ImportId);

/// <summary>
/// Erases a file with all its rows before its month is over: the wrong file, or one that is done with. Enquiries that were
/// taken from it stay, and are known when the same rows come again.
/// </summary>
public sealed class RemoveImport(FosterDb db, CouncilHistory history)
{
    public Task<Result> RunAsync(RemoveImportInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => RemoveAsync(input, actor, ct), ct);

    private async Task<Result> RemoveAsync(
        RemoveImportInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (
            await db.Set<EnquiryImport>().SingleOrDefaultAsync(i => i.Id == input.ImportId, ct)
            is not { } import
        )
            return ImportAct.NotFound;
        var against = import.AgainstRemoving(actor);
        if (against.Count > 0)
            return Result.Refused(against);
        await db.Set<ImportRow>().Where(r => r.ImportId == import.Id).ExecuteDeleteAsync(ct);
        db.Remove(import);
        history.Write(
            actor,
            import.Id,
            new HistoryNote("enquiry.import-removed", "A file of past enquiries was erased")
            {
                Rules = ["R-ENQ-03"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
