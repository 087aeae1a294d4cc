using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Sources;

public sealed record EndCampaignInput(Guid CampaignId);

/// <summary>Ends a campaign today; its cost then lies on fewer days.</summary>
public sealed class EndCampaign(FosterDb db, CouncilHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(EndCampaignInput input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            return Result.Refused("Campaigns are ended by the recruitment team.");
        var campaign = await db.Set<Campaign>()
            .SingleOrDefaultAsync(c => c.Id == input.CampaignId, ct);
        if (campaign is null)
            return Result.Refused("This campaign cannot be found.");
        var ended = campaign.End(clock.Today);
        if (!ended.Ok)
            return ended;
        history.Write(
            actor,
            campaign.Id,
            new HistoryNote("campaign.ended", $"{campaign.Name} ended") { Rules = ["M-HUB-08"] }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
