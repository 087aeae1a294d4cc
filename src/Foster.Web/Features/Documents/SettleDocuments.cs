using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents;

/// <summary>
/// What was asked for and has not come is waited for no more, once what it was asked for is settled (R-DOC-01). What lies
/// here to be looked at stays. The caller saves.
/// </summary>
public sealed class SettleDocuments(FosterDb db, CaseHistory history, LondonClock clock)
{
    /// <param name="personId">Whose check it was; null for the home or the case.</param>
    /// <param name="household">Nobody else of the household has such a check open, so what they give together goes too.</param>
    public async Task OfCheckAsync(
        Guid caseId,
        string check,
        Guid? personId,
        bool household,
        string why,
        CancellationToken ct
    ) =>
        await SettleAsync(
            (await OfCaseAsync(caseId, ct)).Where(d =>
                (d.Check ?? d.About.Check) == check
                && (d.PersonId is null ? household : d.PersonId == personId)
            ),
            why,
            d => $"We do not need this any more: {d.About.Title}",
            ct
        );

    /// <summary>Somebody has nothing to do with the application any more.</summary>
    public async Task OfPersonAsync(Guid caseId, Guid personId, string why, CancellationToken ct) =>
        await SettleAsync(
            (await OfCaseAsync(caseId, ct)).Where(d => d.PersonId == personId),
            why,
            _ => null,
            ct
        );

    /// <summary>The application is over, whichever way it went.</summary>
    public async Task OfCaseAsync(Guid caseId, string why, CancellationToken ct) =>
        await SettleAsync(await OfCaseAsync(caseId, ct), why, _ => null, ct);

    private async Task SettleAsync(
        IEnumerable<Document> documents,
        string why,
        Func<Document, string?> told,
        CancellationToken ct
    )
    {
        foreach (
            var document in documents
                .Where(d => DocumentMachine.Waiting.Contains(d.State))
                .OrderBy(d => d.AskedOn)
                .ThenBy(d => d.Kind, StringComparer.Ordinal)
                .ToList()
        )
        {
            var foster = Actor.System(document.CouncilId);
            var from = document.State;
            if (!document.Settle(foster, clock.Today, why).Ok)
                continue;
            await history.WriteAsync(
                foster,
                document.CaseId,
                DocumentActs.Note(
                    document,
                    "document.settled",
                    $"Not needed any more: {document.About.Title}",
                    told(document),
                    why,
                    from
                ),
                ct
            );
        }
    }

    /// <summary>With what this act has asked for and not saved yet.</summary>
    private async Task<IReadOnlyList<Document>> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        await db.Set<Document>().Where(d => d.CaseId == caseId).LoadAsync(ct);
        return [.. db.Set<Document>().Local.Where(d => d.CaseId == caseId)];
    }
}
