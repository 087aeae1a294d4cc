using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Documents;

/// <summary>
/// Asks for what always belongs to a check or follows from an answer, when that begins. Nobody is written to for it: the
/// act it goes with tells them, and their own page lists it. The caller saves.
/// </summary>
public sealed class UsualDocuments(FosterDb db, LondonClock clock)
{
    private const string ByFoster = "Foster";

    public async Task ForCheckAsync(
        Guid councilId,
        Guid caseId,
        string check,
        Guid? personId,
        CancellationToken ct
    )
    {
        foreach (var kind in DocumentKinds.All.Where(k => k.Usual && k.IsFor(check)))
            await AskAsync(councilId, caseId, kind, check, kind.OfHousehold ? null : personId, ct);
    }

    public Task ForAnswerAsync(
        Guid councilId,
        Guid caseId,
        string kind,
        Guid personId,
        CancellationToken ct
    )
    {
        var about = DocumentKinds.Of(kind);
        return AskAsync(
            councilId,
            caseId,
            about,
            about.Check,
            about.OfHousehold ? null : personId,
            ct
        );
    }

    private async Task AskAsync(
        Guid councilId,
        Guid caseId,
        DocumentKind kind,
        string? check,
        Guid? personId,
        CancellationToken ct
    )
    {
        if (
            (
                await db.Set<Document>()
                    .Where(d => d.CaseId == caseId && d.Kind == kind.Key && d.PersonId == personId)
                    .ToListAsync(ct)
            )
                .Union(
                    db.Set<Document>()
                        .Local.Where(d =>
                            d.CaseId == caseId && d.Kind == kind.Key && d.PersonId == personId
                        )
                )
                // What was settled by itself is asked for again with the check; what somebody left out is not.
                .Any(d => d.State != DocumentState.NotNeeded || d.DecidedBy != ByFoster)
        )
            return;
        db.Add(
            new Document
            {
                CouncilId = councilId,
                CaseId = caseId,
                Kind = kind.Key,
                PersonId = personId,
                Check = check,
                AskedOn = clock.Today,
                AskedBy = ByFoster,
            }
        );
    }
}
