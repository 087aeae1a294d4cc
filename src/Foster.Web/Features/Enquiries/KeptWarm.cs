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
        Enquiry enquiry,
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
            var original = await OriginalAsync(kept, ct);
            if (!kept.Enquire(actor, enquiry.CaseId, clock.Now).Ok)
                continue;
            enquiry.CameBack(original);
            await history.WriteAsync(
                actor,
                enquiry.CaseId,
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

    /// <summary>The source of when they were not ready, or of their enquiry that had ended.</summary>
    private async Task<SourceTouch?> OriginalAsync(KeepWarm kept, CancellationToken ct)
    {
        if (kept.FirstSource is { } source)
            return new(source, kept.FirstCampaignId);
        if (kept.CaseId is not { } ended)
            return null;
        return await db.Set<Enquiry>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(e => e.CaseId == ended && e.CouncilId == kept.CouncilId)
            .Where(e => e.FirstSource != null && e.FirstSource != EnquirySource.Unknown)
            .Select(e => new SourceTouch(e.FirstSource!.Value, e.FirstCampaignId))
            .FirstOrDefaultAsync(ct);
    }
}
