using Foster.Web.Features.Applications;
using Foster.Web.Features.Documents;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;

namespace Foster.Web.Features.Assessment;

/// <summary>The applicants have withdrawn (T-APP-23): nothing more is asked about them or of them.</summary>
public sealed class OnApplicationWithdrawn(
    FosterDb db,
    SettleDocuments documents,
    CaseHistory history
) : IOn<ApplicationWithdrawn>
{
    public async Task HandleAsync(ApplicationWithdrawn happened, Actor actor, CancellationToken ct)
    {
        var foster = Actor.System(actor.CouncilId);
        var open = (await db.OfCaseAsync<Check>(happened.CaseId, ct)).Where(c => c.IsOpen).ToList();
        foreach (var check in open)
            check.Cancel(foster);
        await documents.OfCaseAsync(
            happened.CaseId,
            "No paper is needed any more: the application was withdrawn.",
            ct
        );
        if (open.Count > 0)
            await history.WriteAsync(
                foster,
                happened.CaseId,
                new HistoryNote("check.cancelled", $"{open.Count} open checks cancelled")
                {
                    OccurredOn = happened.On,
                    Rules = ["T-APP-23"],
                },
                ct
            );
    }
}
