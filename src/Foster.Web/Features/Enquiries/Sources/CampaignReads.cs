using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>One campaign as it is listed.</summary>
/// <param name="Enquiries">Counted enquiries of which it was the last touch.</param>
public sealed record CampaignLine(
    Guid Id,
    string Key,
    EnquirySource Source,
    string Name,
    DateOnly StartsOn,
    DateOnly EndsOn,
    long MediaPence,
    long StaffPence,
    int Enquiries
);

/// <summary>Campaigns of a council, and the keys of the region.</summary>
public sealed class CampaignReads(FosterDb db)
{
    public const int PageSize = 25;

    /// <summary>Whether a link with this key is one of ours; the website is of every council.</summary>
    public Task<bool> IsKnownAsync(string key, CancellationToken ct) =>
        db.Set<Campaign>()
            .IgnoreQueryFilters([FosterDb.CouncilFilter])
            .AnyAsync(c => c.Key == key, ct);

    /// <summary>The latest first.</summary>
    public async Task<ListPage<CampaignLine>> PageAsync(string? after, CancellationToken ct)
    {
        IQueryable<Campaign> found = db.Set<Campaign>();
        if (ListCursor.Read(after) is var (on, id))
            found = found.Where(c =>
                c.StartsOn < on || (c.StartsOn == on && c.Id.CompareTo(id) < 0)
            );
        var rows = await Lines(
                found
                    .OrderByDescending(c => c.StartsOn)
                    .ThenByDescending(c => c.Id)
                    .Take(PageSize + 1)
            )
            .ToListAsync(ct);
        return new(
            [.. rows.Take(PageSize)],
            rows.Count > PageSize
                ? ListCursor.Write(rows[PageSize - 1].StartsOn, rows[PageSize - 1].Id)
                : null
        );
    }

    /// <summary>Null where it is another council's.</summary>
    public Task<CampaignLine?> FindAsync(Guid campaignId, CancellationToken ct) =>
        Lines(db.Set<Campaign>().Where(c => c.Id == campaignId)).SingleOrDefaultAsync(ct);

    private IQueryable<CampaignLine> Lines(IQueryable<Campaign> campaigns) =>
        campaigns.Select(c => new CampaignLine(
            c.Id,
            c.Key,
            c.Source,
            c.Name,
            c.StartsOn,
            c.EndsOn,
            c.MediaPence,
            c.StaffPence,
            db.Set<Enquiry>().Count(e => e.Counted && e.LastCampaignId == c.Id)
        ));
}
