using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.History;

namespace Foster.Web.Features.Enquiries;

/// <summary>
/// Every message to somebody who is asked again, and every answer, is logged (M-HUB-10): for the council, and in the case
/// of the enquiry that had ended.
/// </summary>
public sealed class KeepWarmLog(CouncilHistory council, CaseHistory cases)
{
    public async Task WriteAsync(Actor actor, KeepWarm kept, HistoryNote note, CancellationToken ct)
    {
        var logged = note with { Rules = ["M-HUB-10"] };
        council.Write(actor, kept.Id, logged);
        if (kept.CaseId is { } caseId)
            await cases.WriteAsync(actor, caseId, logged, ct);
    }
}
