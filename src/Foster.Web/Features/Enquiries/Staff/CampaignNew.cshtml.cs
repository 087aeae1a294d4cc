using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc;
using static Foster.Web.Features.Enquiries.Staff.SourceFields;

namespace Foster.Web.Features.Enquiries.Staff;

/// <summary>Enters a campaign.</summary>
[ForRoles(Role.RecruitmentOfficer, Role.TeamManager)]
public sealed class CampaignNewModel : FormPage
{
    private readonly SaveCampaign save;

    public CampaignNewModel(SaveCampaign save)
    {
        this.save = save;
        Form = new Form(Name, Source, Key, Starts, Ends, MediaCost, StaffCost);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await SendAsync(
            async token =>
                await save.RunAsync(
                    new(
                        null,
                        new(Form.Must(Key).ToLowerInvariant(), Form.Must(Source)),
                        PlanOf(Form)
                    ),
                    Actor,
                    token
                ),
            SourceLinks.Campaigns,
            "It is entered. Its link stands in the list.",
            ct
        );
}
