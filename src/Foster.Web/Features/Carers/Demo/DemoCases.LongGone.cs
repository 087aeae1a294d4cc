using static Foster.Web.Features.Carers.Demo.DemoPeople;

namespace Foster.Web.Features.Carers.Demo;

// What the records officer finds.
public sealed partial class DemoCases
{
    /// <summary>Enquiries that ended so long ago that their records may go.</summary>
    private async Task LongGoneAsync(DemoStaff staff, DateOnly today)
    {
        foreach (
            var (name, family, days) in new[]
            {
                ("Odile", "Teasel", 384),
                ("Pascal", "Tamarisk", 391),
                ("Quincy", "Thistle", 398),
            }
        )
        {
            var old = await To(
                RoadStage.PackSent,
                days + 14,
                staff,
                Alone(name, family, 44, today),
                today
            );
            await old.WithdrawEnquiryAsync(today.AddDays(-days));
        }
    }
}
