using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record OpenPapersInput(Guid CaseId, string Subject);

/// <summary>Opens the pack of a case to a reader and writes down, once for each reader, that they had it.</summary>
public sealed class OpenPapers(FosterDb db, AssessmentReads assessment, CaseHistory history)
{
    public async Task<Result<PanelPack>> RunAsync(
        OpenPapersInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await assessment.PackAsync(input.CaseId, ct) is not { } pack)
            return Result<PanelPack>.Refused("There are no papers yet.");
        var kind = $"{input.Subject}.papers-read";
        var known = await db.Set<HistoryEntry>()
            .AnyAsync(
                h => h.CaseId == input.CaseId && h.ActorId == actor.AccountId && h.Kind == kind,
                ct
            );
        if (known)
            return pack;
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote(kind, $"{actor.Name} opened the papers") { Rules = ["R-PANEL-14"] },
            ct
        );
        await db.SaveChangesAsync(ct);
        return pack;
    }
}
