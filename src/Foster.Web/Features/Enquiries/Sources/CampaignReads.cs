using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>One campaign as it is listed.</summary>
/// <param name="Enquiries">Counted enquiries of which it was the last touch, and of the same what became of them.</param>
/// <param name="Lost">Those of them who did not go on.</param>
public sealed record CampaignLine(
    Guid Id,
    string Key,
    EnquirySource Source,
    string Name,
    DateOnly StartsOn,
    DateOnly EndsOn,
    long MediaPence,
    long StaffPence,
    int Enquiries,
    int Lost
)
{
    public int Visits { get; init; }
    public int Applications { get; init; }
    public int Approvals { get; init; }

    public SourceFigures Figures =>
        new(Enquiries, Visits, Applications, Approvals, MediaPence + StaffPence, 0, 0, null);
}

/// <summary>Campaigns of a council, and the keys of the region.</summary>
public sealed class CampaignReads(FosterDb db, EnquiryRoadReads road)
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
            await WithRoadAsync([.. rows.Take(PageSize)], ct),
            rows.Count > PageSize
                ? ListCursor.Write(rows[PageSize - 1].StartsOn, rows[PageSize - 1].Id)
                : null
        );
    }

    /// <summary>Null where it is another council's.</summary>
    public Task<CampaignLine?> FindAsync(Guid campaignId, CancellationToken ct) =>
        Lines(db.Set<Campaign>().Where(c => c.Id == campaignId)).SingleOrDefaultAsync(ct);

    private async Task<IReadOnlyList<CampaignLine>> WithRoadAsync(
        List<CampaignLine> lines,
        CancellationToken ct
    )
    {
        var ids = lines.ConvertAll(l => (Guid?)l.Id);
        var cohort = db.Set<Enquiry>().Where(e => e.Counted && ids.Contains(e.LastCampaignId));
        var visits = await ByCampaignAsync(road.Visited(cohort), ct);
        var applications = await ByCampaignAsync(
            road.Reached(MilestoneKind.Application, cohort),
            ct
        );
        var approvals = await ByCampaignAsync(road.Reached(MilestoneKind.Approval, cohort), ct);
        return lines.ConvertAll(l =>
            l with
            {
                Visits = visits.GetValueOrDefault(l.Id),
                Applications = applications.GetValueOrDefault(l.Id),
                Approvals = approvals.GetValueOrDefault(l.Id),
            }
        );
    }

    private static async Task<Dictionary<Guid, int>> ByCampaignAsync(
        IQueryable<Enquiry> enquiries,
        CancellationToken ct
    ) =>
        (
            await enquiries
                .GroupBy(e => e.LastCampaignId)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(ct)
        ).ToDictionary(g => g.Key!.Value, g => g.Count);

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
            db.Set<Enquiry>().Count(e => e.Counted && e.LastCampaignId == c.Id),
            db.Set<Enquiry>()
                .Count(e =>
                    e.Counted && e.LastCampaignId == c.Id && LostReads.Ends.Contains(e.State)
                )
        ));
}
