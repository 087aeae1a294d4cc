using Foster.Web.Features.Cases;
using Foster.Web.Features.Records.Requests;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records.Demo;

/// <summary>Of the long finished enquiries one is erased, one on hold and one waits for the records officer.</summary>
public sealed class DemoRecords(IServiceScopeFactory scopes, LondonClock clock) : IDemoScenario
{
    public int Order => 90;

    public async Task PlayAsync(CancellationToken ct)
    {
        List<CapabilityHolder> officers;
        await using (var services = scopes.CreateAsyncScope())
            officers = await services
                .ServiceProvider.GetRequiredService<FosterDb>()
                .Set<CapabilityHolder>()
                .Where(h => h.Capability == Capability.RecordsOfficer)
                .ToListAsync(ct);
        foreach (var officer in officers)
            await PlayAsync(officer, ct);
    }

    private async Task PlayAsync(CapabilityHolder officer, CancellationToken ct)
    {
        await using var look = scopes.CreateAsyncScope();
        await AsFosterAsync(
            officer,
            (s, actor) => s.GetRequiredService<ProposeErasures>().RunAsync(actor, ct)
        );
        look.ServiceProvider.GetRequiredService<CouncilScope>().EnterCouncil(officer.CouncilId);
        var due = await look
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<RetentionItem>()
            .OrderBy(i => i.DueOn)
            .ThenBy(i => i.Id)
            .ToListAsync(ct);
        if (due.Count < 3)
            return;
        await AsOfficerAsync(
            officer,
            (s, actor) => s.GetRequiredService<ConfirmErasure>().RunAsync(new(due[0].Id), actor, ct)
        );
        await AsOfficerAsync(
            officer,
            (s, actor) =>
                s.GetRequiredService<HoldRecords>()
                    .RunAsync(
                        new(
                            due[1].CaseId,
                            "The ombudsman has asked for the records of this enquiry.",
                            clock.Today.AddMonths(3)
                        ),
                        actor,
                        ct
                    )
        );
        await AskAsync(officer, ct);
        await ServiceAsksAsync(officer, ct);
        await AsFosterAsync(
            officer,
            (s, actor) => s.GetRequiredService<EraseDue>().RunAsync(new(due[0].Id), actor, ct)
        );
    }

    /// <summary>Somebody whose road has ended asks for a copy.</summary>
    private Task AskAsync(CapabilityHolder officer, CancellationToken ct) =>
        AsOfficerAsync(
            officer,
            async (s, actor) =>
            {
                var caseId = await s.GetRequiredService<FosterDb>()
                    .Set<Case>()
                    .Where(c => c.ClosedOn != null)
                    .OrderByDescending(c => c.ClosedOn)
                    .Select(c => c.Id)
                    .FirstAsync(ct);
                var person = (await s.GetRequiredService<CaseReads>().ApplicantsAsync(caseId, ct))[
                    0
                ];
                return await s.GetRequiredService<OpenSubjectAccess>()
                    .RunAsync(
                        new(
                            caseId,
                            person.PersonId,
                            clock.Today,
                            "Rang from the number that we have, and knew the reference."
                        ),
                        actor,
                        ct
                    );
            }
        );

    /// <summary>Another service asks for the records of somebody who goes to it.</summary>
    private Task ServiceAsksAsync(CapabilityHolder officer, CancellationToken ct) =>
        AsOfficerAsync(
            officer,
            async (s, actor) =>
            {
                var caseId = await s.GetRequiredService<FosterDb>()
                    .Set<Case>()
                    .Where(c => c.ClosedOn == null)
                    .OrderBy(c => c.Id)
                    .Select(c => c.Id)
                    .FirstAsync(ct);
                var person = (await s.GetRequiredService<CaseReads>().ApplicantsAsync(caseId, ct))[
                    0
                ];
                return await s.GetRequiredService<RecordRecordsRequest>()
                    .RunAsync(
                        new(
                            caseId,
                            person.PersonId,
                            RequestFor.Records,
                            RequestAbout.Carer,
                            "Made-up Valley Fostering",
                            "records@valley.foster.example",
                            clock.Today.AddDays(-3),
                            null,
                            "Letter of the service; the scan is in the case folder."
                        ),
                        actor,
                        ct
                    );
            }
        );

    private Task AsFosterAsync(
        CapabilityHolder officer,
        Func<IServiceProvider, Actor, Task<Result>> act
    ) =>
        DoAsync(
            (services, actors) => Task.FromResult<Actor?>(actors.System(officer.CouncilId)),
            act
        );

    private Task AsOfficerAsync(
        CapabilityHolder officer,
        Func<IServiceProvider, Actor, Task<Result>> act
    ) =>
        DoAsync(
            (services, actors) =>
                actors.EnterAsync(
                    officer.AccountId,
                    officer.CouncilId,
                    Role.PanelAdviser,
                    CancellationToken.None
                ),
            act
        );

    private async Task DoAsync(
        Func<IServiceProvider, ActorSource, Task<Actor?>> enter,
        Func<IServiceProvider, Actor, Task<Result>> act
    )
    {
        await using var services = scopes.CreateAsyncScope();
        var actor =
            await enter(
                services.ServiceProvider,
                services.ServiceProvider.GetRequiredService<ActorSource>()
            ) ?? throw new InvalidOperationException("The records officer is not there.");
        var result = await act(services.ServiceProvider, actor);
        if (!result.Ok)
            throw new InvalidOperationException(result.Reasons);
    }
}
