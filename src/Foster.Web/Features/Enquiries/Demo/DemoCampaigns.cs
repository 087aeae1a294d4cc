using Foster.Web.Features.Enquiries.Sources;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Demo;

/// <summary>A campaign that runs and one that is over.</summary>
public sealed class DemoCampaigns(IServiceScopeFactory scopes, LondonClock clock) : IDemoScenario
{
    public int Order => 59;

    public async Task PlayAsync(CancellationToken ct)
    {
        var today = clock.Today;
        TravelTime.MoveTo(London.ToUtc(today.AddDays(-2), new TimeOnly(11, 0)));
        await using var services = scopes.CreateAsyncScope();
        var council = await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<Council>()
            .SingleAsync(c => c.Code == "HAR", ct);
        services.ServiceProvider.GetRequiredService<ActorSource>().System(council.Id);
        var officer = new Actor(
            Guid.Empty,
            "Rosa Demo-Recruit",
            Role.RecruitmentOfficer,
            council.Id
        );
        var save = services.ServiceProvider.GetRequiredService<SaveCampaign>();
        foreach (
            var (mark, plan) in new (CampaignMark, CampaignPlan)[]
            {
                (
                    new("example-buses", EnquirySource.Radio),
                    new("Posters on buses", today.AddDays(-30), today.AddDays(30), 240_000, 36_000)
                ),
                (
                    new("example-schools", EnquirySource.Community),
                    new("Letters to schools", today.AddDays(-90), today.AddDays(-60), 0, 18_000)
                ),
            }
        )
        {
            var saved = await save.RunAsync(new(null, mark, plan), officer, ct);
            if (!saved.Ok)
                throw new InvalidOperationException(saved.Reasons);
        }
    }
}
