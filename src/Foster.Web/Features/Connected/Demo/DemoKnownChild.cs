using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Connected.Demo;

/// <summary>A grandmother asked yesterday evening about a child whom she knows.</summary>
public sealed class DemoKnownChild(DemoStage stage, LondonClock clock) : IDemoScenario
{
    public int Order => 57;

    public Task PlayAsync(CancellationToken ct) =>
        stage.AsAnyoneAsync(
            clock.Today.AddDays(-1),
            new TimeOnly(19, 55),
            async (services, council, actor) =>
                await services
                    .GetRequiredService<SubmitEnquiry>()
                    .RunAsync(Asked(council), actor, ct),
            ct
        );

    private static SubmitEnquiryInput Asked(Council council) =>
        new(
            council.Id,
            Channel.Web,
            null,
            new(
                "Greta",
                "Willow",
                new DateOnly(1966, 9, 2),
                "greta.willow@foster.example",
                "+441514960455"
            ),
            null,
            new("12 Example Rise", "Exampleton", "CH41 1AA"),
            [],
            SpareRooms: 1,
            ["Long-term"],
            KnowsChild: true,
            WhenToCall: "Morning",
            HowHeard: null,
            Connected: false,
            ConnectionWithWhom: null,
            council.PrivacyNoticeVersion,
            AccessNeeds: null
        );
}
