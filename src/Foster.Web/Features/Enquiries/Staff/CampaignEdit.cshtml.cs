using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using static Foster.Web.Features.Enquiries.Staff.SourceFields;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Changes name, days and cost of a campaign; its key and source stay, since links carry them.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class CampaignEditModel : FormPage
{
    private readonly CampaignReads reads;
    private readonly SaveCampaign save;

    public CampaignEditModel(CampaignReads reads, SaveCampaign save)
    {
        (this.reads, this.save) = (reads, save);
        Form = new Form(Name, Starts, Ends, MediaCost, StaffCost);
    }

    public CampaignLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid campaignId, CancellationToken ct)
    {
        if (!await LoadAsync(campaignId, ct))
            return NotFound();
        Form.Fill(Name, Line.Name)
            .Fill(Starts, Line.StartsOn)
            .Fill(Ends, Line.EndsOn)
            .Fill(MediaCost, Line.MediaPence)
            .Fill(StaffCost, Line.StaffPence);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid campaignId, CancellationToken ct) =>
        await LoadAsync(campaignId, ct)
            ? await SendAsync(
                async token =>
                    await save.RunAsync(new(campaignId, null, PlanOf(Form)), Actor, token),
                SourceLinks.Campaigns,
                "It is changed.",
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
