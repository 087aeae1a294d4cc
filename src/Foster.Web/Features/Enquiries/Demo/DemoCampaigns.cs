using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Demo;

/// <summary>A campaign that runs and one that is over.</summary>
public sealed class DemoCampaigns(DemoStage stage, LondonClock clock) : IDemoScenario
{
    public int Order => 59;

    public Task PlayAsync(CancellationToken ct)
    {
        var today = clock.Today;
        return stage.AsStaffAsync(
            Role.RecruitmentOfficer,
            today.AddDays(-2),
            new TimeOnly(11, 0),
            async (services, officer) =>
            {
                var save = services.GetRequiredService<SaveCampaign>();
                foreach (var (mark, plan) in Campaigns(today))
                {
                    var saved = await save.RunAsync(new(null, mark, plan), officer, ct);
                    if (!saved.Ok)
                        return saved;
                }
                return Result.Done;
            },
            ct
        );
    }

    private static (CampaignMark, CampaignPlan)[] Campaigns(DateOnly today) =>
        [
            (
                new("example-buses", EnquirySource.Radio),
                new("Posters on buses", today.AddDays(-30), today.AddDays(30), 240_000, 36_000)
            ),
            (
                new("example-schools", EnquirySource.Community),
                new("Letters to schools", today.AddDays(-90), today.AddDays(-60), 0, 18_000)
            ),
        ];
}
