using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Ends a campaign before its last day.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class CampaignEndModel : FormPage
{
    private readonly CampaignReads reads;
    private readonly EndCampaign end;

    public CampaignEndModel(CampaignReads reads, EndCampaign end)
    {
        (this.reads, this.end) = (reads, end);
        Form = new Form();
    }

    public CampaignLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid campaignId, CancellationToken ct) =>
        await LoadAsync(campaignId, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid campaignId, CancellationToken ct) =>
        await LoadAsync(campaignId, ct)
            ? await SendAsync(
                token => end.RunAsync(new(campaignId), Actor, token),
                SourceLinks.Campaigns,
                "It is ended.",
                ct
            )
            : NotFound();

    private async Task<bool> LoadAsync(Guid campaignId, CancellationToken ct)
    {
        if (await reads.FindAsync(campaignId, ct) is not { } line)
            return false;
        Line = line;
        return true;
    }
}
