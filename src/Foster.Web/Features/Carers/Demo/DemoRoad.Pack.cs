using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Carers.Demo;

/// <summary>The information pack goes out.</summary>
public sealed partial class DemoRoad
{
    public async Task SendPackAsync()
    {
        var pack = await PackAsync();
        await AsOfficerAsync(
            Dates.PackSent,
            (s, actor) =>
                s.GetRequiredService<RecordPackSent>()
                    .RunAsync(new(CaseId, pack, PackWay.Email, Dates.PackSent), actor, ct)
        );
        Stage = RoadStage.PackSent;
    }

    /// <summary>The council's information pack of that day; one is added where it has none.</summary>
    private async Task<Guid> PackAsync()
    {
        var pack = Guid.Empty;
        await InScopeAsync(
            Dates.PackSent,
            async (s, actors) =>
            {
                var actor = actors.System(staff.CouncilId);
                if (
                    await s.GetRequiredService<PackReads>()
                        .OnAsync(staff.CouncilId, Dates.PackSent, ct) is
                    { } there
                )
                {
                    pack = there.Id;
                    return Result.Done;
                }
                var added = await s.GetRequiredService<AddPack>()
                    .RunAsync(
                        new(
                            "Fostering: what you need to know",
                            "2010-01",
                            new DateOnly(2010, 1, 4),
                            "What fostering is, and what happens next.",
                            null
                        ),
                        actor,
                        ct
                    );
                pack = added.Ok ? added.Value : Guid.Empty;
                return added;
            }
        );
        return pack;
    }
}
