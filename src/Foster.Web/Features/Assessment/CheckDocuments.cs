using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Features.Assessment;

/// <summary>What was asked for with a check is not waited for once that is in, or is not made any more. Callers save.</summary>
public sealed class CheckDocuments(FosterDb db, SettleDocuments documents)
{
    public async Task SettledAsync(Check check, CancellationToken ct)
    {
        var open = (await db.OfCaseAsync<Check>(check.CaseId, ct))
            .Where(c => c.Id != check.Id && c.Kind == check.Kind && c.IsOpen)
            .ToList();
        // The same papers serve two checks of one kind, such as the references of two services.
        if (open.Exists(c => c.PersonId == check.PersonId))
            return;
        await documents.OfCheckAsync(
            check.CaseId,
            check.Kind,
            check.PersonId,
            open.Count == 0,
            check.State == CheckState.Cancelled
                ? $"The check is not made any more: {check.About.Title}."
                : $"The check is in: {check.About.Title}.",
            ct
        );
    }
}
