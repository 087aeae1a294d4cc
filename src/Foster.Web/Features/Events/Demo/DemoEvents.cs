using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events.Demo;

/// <summary>A drop-in in a fortnight, times for calls, and somebody who did not answer theirs.</summary>
public sealed class DemoEvents(DemoStage stage, LondonClock clock) : IDemoScenario
{
    public int Order => 58;

    public async Task PlayAsync(CancellationToken ct)
    {
        var today = clock.Today;
        await MissedCallAsync(today, ct);
        await stage.AsStaffAsync(
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

    private async Task MissedCallAsync(DateOnly today, CancellationToken ct)
    {
        var call = Guid.Empty;
        await stage.AsStaffAsync(
            Role.RecruitmentOfficer,
            today.AddDays(-4),
            new TimeOnly(10, 0),
            async (services, officer) =>
            {
                var saved = await services
                    .GetRequiredService<SaveEvent>()
                    .RunAsync(new(null, Calls(today.AddDays(-2)), Publish: true, 1), officer, ct);
                if (saved.Ok)
                    call = saved.Value;
                return saved;
            },
            ct
        );
        await stage.AsAnyoneAsync(
            today.AddDays(-3),
            new TimeOnly(12, 0),
            (services, _, visitor) =>
                services
                    .GetRequiredService<BookPlace>()
                    .RunAsync(
                        new(call, "Nia", "nia.demo@example.org", "+441514960177", 1, null),
                        visitor,
                        ct
                    ),
            ct
        );
        await stage.AsStaffAsync(
            Role.RecruitmentOfficer,
            today.AddDays(-1),
            new TimeOnly(9, 0),
            (services, officer) =>
                services.GetRequiredService<MarkAttendance>().RunAsync(new(call, []), officer, ct),
            ct
        );
    }

    private static EventPlan Calls(DateOnly on) =>
        new(
            EventKind.CallBack,
            "A call with our team",
            London.ToUtc(on, new TimeOnly(17, 0)),
            London.ToUtc(on, new TimeOnly(19, 0)),
            "",
            "Whatever you would like to ask about fostering.",
            "Tell us if you would like an interpreter or a text message instead.",
            6,
            0
        );

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
        yield return (Calls(today.AddDays(2)), 4);
    }
}
