using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>Joins an enquiry to whoever had asked to be asked again: by their link, or by the same address (M-HUB-10).</summary>
public sealed class KeptWarm(FosterDb db, CaseHistory history, LondonClock clock)
{
    /// <summary>The caller saves.</summary>
    public async Task EnquiredAsync(
        SubmitEnquiryInput input,
        Guid caseId,
        Actor actor,
        CancellationToken ct
    )
    {
        var email = input.Applicant.Email?.ToLowerInvariant();
        if (input.KeepWarmId is null && email is null)
            return;
        var found = await db.Set<KeepWarm>()
            .Where(k =>
                k.CouncilId == input.CouncilId
                && (k.Id == input.KeepWarmId || k.Email == email)
                && (k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked)
            )
            .ToListAsync(ct);
        foreach (var kept in found)
        {
            if (!kept.Enquire(actor, caseId, clock.Now).Ok)
                continue;
            await history.WriteAsync(
                actor,
                caseId,
                new HistoryNote(
                    "enquiry.kept-warm",
                    $"They had asked on {BritishDate.Long(clock.DateOf(kept.ConsentAt))} to be asked again"
                )
                {
                    Rules = ["M-HUB-10"],
                },
                ct
            );
        }
    }
}
