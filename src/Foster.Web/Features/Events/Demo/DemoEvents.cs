using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events.Demo;

/// <summary>A drop-in in a fortnight, an online session, and times for calls.</summary>
public sealed class DemoEvents(DemoStage stage, LondonClock clock) : IDemoScenario
{
    public int Order => 58;

    public Task PlayAsync(CancellationToken ct)
    {
        var today = clock.Today;
        return stage.AsStaffAsync(
            Role.RecruitmentOfficer,
            today.AddDays(-3),
            new TimeOnly(10, 0),
            async (services, officer) =>
            {
                var save = services.GetRequiredService<SaveEvent>();
                foreach (var (plan, weeks) in Plans(today))
                {
                    var saved = await save.RunAsync(
                        new(null, plan, Publish: true, weeks),
                        officer,
                        ct
                    );
                    if (!saved.Ok)
                        return saved;
                }
                return Result.Done;
            },
            ct
        );
    }

    private static IEnumerable<(EventPlan Plan, int Weeks)> Plans(DateOnly today)
    {
        yield return (
            new(
                EventKind.DropIn,
                "Meet carers at the library",
                London.ToUtc(today.AddDays(14), new TimeOnly(14, 0)),
                London.ToUtc(today.AddDays(14), new TimeOnly(16, 0)),
                "Exampleton Library, 2 Example Street, CH41 1AA",
                "Buses 1 and 7 stop outside. There is parking behind the library; the entrance is on the square.",
                "Step-free entrance, hearing loop, and a corner with toys.",
                20,
                12_000
            ),
            1
        );
        yield return (
            new(
                EventKind.CallBack,
                "A call with our team",
                London.ToUtc(today.AddDays(2), new TimeOnly(17, 0)),
                London.ToUtc(today.AddDays(2), new TimeOnly(19, 0)),
                "",
                "Whatever you would like to ask about fostering.",
                "Tell us if you would like an interpreter or a text message instead.",
                6,
                0
            ),
            4
        );
    }
}
