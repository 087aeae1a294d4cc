using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>By what a new campaign is known; neither changes later.</summary>
public sealed record CampaignMark(string Key, EnquirySource Source);

/// <param name="CampaignId">Null for a new one.</param>
/// <param name="Mark">Of a new one only.</param>
public sealed record SaveCampaignInput(Guid? CampaignId, CampaignMark? Mark, CampaignPlan Plan);

/// <summary>Enters a campaign with its cost, or changes it (M-HUB-08).</summary>
public sealed class SaveCampaign(FosterDb db, CouncilHistory history)
{
    public async Task<Result<Guid>> RunAsync(
        SaveCampaignInput input,
        Actor actor,
        CancellationToken ct
    ) =>
        actor.Is(Role.RecruitmentOfficer, Role.TeamManager)
            ? await db.WriteTogetherAsync(() => SaveAsync(input, actor, ct), ct)
            : Result<Guid>.Refused("Campaigns are entered by the recruitment team.");

    private async Task<Result<Guid>> SaveAsync(
        SaveCampaignInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        // Two who choose the same key at once come one after the other.
        await db.AloneAsync("campaign-keys", ct);
        var campaign = input.CampaignId is { } id
            ? await db.Set<Campaign>().SingleOrDefaultAsync(c => c.Id == id, ct)
            : null;
        if (input.CampaignId is not null && campaign is null)
            return Result<Guid>.Refused("This campaign cannot be found.");
        var against = Campaign.Against(input.Plan).ToList();
        if (campaign is null)
            against.AddRange(await AgainstAsync(input.Mark, ct));
        if (against.Count > 0)
            return Result<Guid>.Refused(against);
        if (campaign is null)
        {
            campaign = new Campaign
            {
                CouncilId = actor.CouncilId,
                Key = input.Mark!.Key,
                Source = input.Mark.Source,
            };
            db.Add(campaign);
        }
        campaign.Plan(input.Plan);
        history.Write(
            actor,
            campaign.Id,
            new HistoryNote(
                "campaign.saved",
                $"{campaign.Name}, {BritishDate.Long(campaign.StartsOn)} to {BritishDate.Long(campaign.EndsOn)}: {new Money(campaign.MediaPence)} paid and {new Money(campaign.StaffPence)} of staff"
            )
            {
                Rules = ["M-HUB-08", "M-HUB-09"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Of(campaign.Id);
    }

    private async Task<List<Refusal>> AgainstAsync(CampaignMark? mark, CancellationToken ct)
    {
        var against = new List<Refusal>();
        if (mark is null || mark.Source is EnquirySource.Unknown)
            against.Add(new("Select where people see it.", "M-HUB-09", "source"));
        if (!Campaign.IsKey(mark?.Key))
            against.Add(
                new(
                    $"The key must be {Campaign.ShortestKey} to {Campaign.LongestKey} small letters, digits and single dashes.",
                    "M-HUB-09",
                    "key"
                )
            );
        else if (
            await db.Set<Campaign>()
                .IgnoreQueryFilters([FosterDb.CouncilFilter])
                .AnyAsync(c => c.Key == mark!.Key, ct)
        )
            against.Add(
                new("This key is taken. Add a year or the name of your council.", "M-HUB-09", "key")
            );
        return against;
    }
}
