using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Carers.Demo;

// From the approval to the first day on which a child may come.
public sealed partial class DemoRoad
{
    /// <summary>A supervisor is named and everybody signs.</summary>
    public async Task ActivateAsync()
    {
        await NameSupervisorAsync(Dates.Active);
        for (var index = 0; index < people.Count; index++)
            await SignAsync(index, Dates.Active);
        await AsStaffAsync(
            Role.SupervisingSocialWorker,
            Dates.Active,
            async (s, actor) =>
                await s.GetRequiredService<SignAgreement>()
                    .RunAsync(new(CaseId, actor.Name), actor, ct)
        );
        Stage = RoadStage.Active;
    }

    public Task NameSupervisorAsync(DateOnly on) =>
        AsStaffAsync(
            Role.TeamManager,
            on,
            (s, actor) =>
                s.GetRequiredService<NameSupervisor>()
                    .RunAsync(new(CaseId, staff.First(Role.SupervisingSocialWorker)), actor, ct)
        );

    /// <summary>One of the carers signs for themselves.</summary>
    public Task SignAsync(int index, DateOnly on) =>
        AsOwnAsync(
            index,
            on,
            async (s, actor) =>
                await s.GetRequiredService<SignAgreement>()
                    .RunAsync(new(CaseId, actor.Name), actor, ct),
            Role.ApprovedCarer
        );
}
