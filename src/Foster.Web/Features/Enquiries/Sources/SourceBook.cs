using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>
/// Settles where an enquiry came from (M-HUB-09): the known links by which they came; without one what they say
/// themselves, until a booking or an earlier wish to be asked again says more.
/// </summary>
public sealed class SourceBook(FosterDb db)
{
    /// <summary>The caller saves.</summary>
    public async Task SettleAsync(Enquiry enquiry, CameBy? came, CancellationToken ct)
    {
        var said = new SourceTouch(SourceWords.Said(enquiry.HowHeard, enquiry.Channel));
        var (first, last) = await TouchesAsync(came, ct);
        enquiry.CameFrom(first ?? last ?? said, last ?? first ?? said);
    }

    /// <summary>The first touch by a link; null without one.</summary>
    public async Task<SourceTouch?> FirstAsync(CameBy? came, CancellationToken ct)
    {
        var (first, last) = await TouchesAsync(came, ct);
        return first ?? last;
    }

    private async Task<(SourceTouch? First, SourceTouch? Last)> TouchesAsync(
        CameBy? came,
        CancellationToken ct
    )
    {
        if (came is null)
            return (null, null);
        var keys = new[] { came.FirstKey, came.LastKey };
        var known = await db.Set<Campaign>()
            .IgnoreQueryFilters([FosterDb.CouncilFilter])
            .Where(c => keys.Contains(c.Key))
            .ToDictionaryAsync(c => c.Key, c => new SourceTouch(c.Source, c.Id), ct);
        return (known.GetValueOrDefault(came.FirstKey), known.GetValueOrDefault(came.LastKey));
    }
}
