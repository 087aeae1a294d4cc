using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Import;

/// <summary>
/// Finds the source in what a row says of how they heard of us (M-HUB-09): in the words of our forms, of the report or of
/// the national list, or the key or name of a campaign of the council.
/// </summary>
public sealed class ImportedSources(FosterDb db)
{
    private Dictionary<string, SourceTouch>? campaigns;

    /// <summary>Null where it says something in which no source is known.</summary>
    public async Task<SourceTouch?> FindAsync(PastEnquiry row, CancellationToken ct)
    {
        if (row.HowHeard is not { } heard)
            return new(SourceWords.Said(null, row.Channel));
        if (SourceWords.Find(heard) is not null)
            return new(SourceWords.Said(heard, row.Channel));
        campaigns ??= await CampaignsAsync(ct);
        if (campaigns.GetValueOrDefault(Words.Fold(heard)) is { } campaign)
            return campaign;
        return row.Channel is Channel.Event ? new(EnquirySource.Event) : null;
    }

    private async Task<Dictionary<string, SourceTouch>> CampaignsAsync(CancellationToken ct)
    {
        var all = await db.Set<Campaign>().AsNoTracking().ToListAsync(ct);
        var found = new Dictionary<string, SourceTouch>(StringComparer.Ordinal);
        foreach (var campaign in all)
            found.TryAdd(campaign.Key, new(campaign.Source, campaign.Id));
        foreach (var campaign in all)
            found.TryAdd(Words.Fold(campaign.Name), new(campaign.Source, campaign.Id));
        return found;
    }
}
