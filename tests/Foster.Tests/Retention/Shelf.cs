using Foster.TestKit;
using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Records;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Foster.Tests.Retention;

/// <summary>Cases that ended on a day, the run by hand, and a records officer.</summary>
internal sealed class Shelf(FosterHost host)
{
    public const string Council = "HAR";

    public Task<RetentionOutcome> RunAsync() =>
        host.Services.GetRequiredService<IRetentionRun>().GoAsync(default);

    /// <summary>An enquiry that was closed without an application.</summary>
    public async Task<Guid> EnquiryAsync(DateOnly closedOn, string family = "Demo-Shelf")
    {
        var caseId = await Village.CaseAsync(
            host,
            Council,
            closedOn.AddDays(-40),
            ("Robin", family)
        );
        await Village.ChangeAsync(
            host,
            Council,
            (services, actor) =>
            {
                services
                    .GetRequiredService<FosterDb>()
                    .Add(
                        new Enquiry
                        {
                            CouncilId = actor.CouncilId,
                            CaseId = caseId,
                            ReceivedAt = closedOn
                                .AddDays(-40)
                                .ToDateTime(new(9, 0), DateTimeKind.Utc),
                            ReceivedOn = closedOn.AddDays(-40),
                            ReceivedBy = "Website",
                            Channel = Channel.Telephone,
                        }
                    );
                return Task.CompletedTask;
            }
        );
        await DoAsync(db =>
            db.Set<Enquiry>()
                .Where(e => e.CaseId == caseId)
                .ExecuteUpdateAsync(s =>
                    s.SetProperty(e => e.State, EnquiryState.Withdrawn)
                        .SetProperty(e => e.IsOpen, false)
                        .SetProperty(e => e.ClosedOn, closedOn)
                )
        );
        await CloseCaseAsync(caseId, closedOn);
        return caseId;
    }

    /// <summary>An application that ended by withdrawal; without the day it was received it is a draft.</summary>
    public async Task<Guid> ApplicationAsync(DateOnly closedOn, bool sent = true)
    {
        var caseId = await Village.CaseAsync(
            host,
            Council,
            closedOn.AddDays(-90),
            ("Alex", "Demo-Shelf")
        );
        await Village.ChangeAsync(
            host,
            Council,
            (services, actor) =>
            {
                services
                    .GetRequiredService<FosterDb>()
                    .Add(
                        new Application
                        {
                            CouncilId = actor.CouncilId,
                            CaseId = caseId,
                            CreatedOn = closedOn.AddDays(-80),
                        }
                    );
                return Task.CompletedTask;
            }
        );
        await EndApplicationAsync(caseId, closedOn, sent);
        return caseId;
    }

    public async Task EndApplicationAsync(Guid caseId, DateOnly closedOn, bool sent = true)
    {
        DateOnly? received = sent ? closedOn.AddDays(-60) : null;
        await DoAsync(db =>
            db.Set<Application>()
                .Where(a => a.CaseId == caseId)
                .ExecuteUpdateAsync(s =>
                    s.SetProperty(a => a.State, ApplicationState.Withdrawn)
                        .SetProperty(a => a.ReceivedOn, received)
                        .SetProperty(a => a.ClosedOn, closedOn)
                )
        );
        await CloseCaseAsync(caseId, closedOn);
    }

    public Task CloseCaseAsync(Guid caseId, DateOnly? on) =>
        DoAsync(db =>
            db.Set<Case>()
                .Where(c => c.Id == caseId)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.ClosedOn, on))
        );

    public Task<RetentionItem?> ItemAsync(Guid caseId, string what = RetentionItem.WholeCase) =>
        ReadAsync(db =>
            db.Set<RetentionItem>()
                .AsNoTracking()
                .SingleOrDefaultAsync(i => i.CaseId == caseId && i.What == what)
        );

    /// <summary>Confirms as a records officer.</summary>
    public async Task<Result> ConfirmAsync(Guid caseId, string what = RetentionItem.WholeCase)
    {
        var item = await ItemAsync(caseId, what);
        return await AsAsync(
            Role.TeamManager,
            true,
            (services, actor) =>
                services
                    .GetRequiredService<ConfirmErasure>()
                    .RunAsync(new(item?.Id ?? Guid.Empty), actor, default)
        );
    }

    public Task<Result> HoldAsync(Guid caseId, DateOnly review) =>
        AsAsync(
            Role.TeamManager,
            true,
            (services, actor) =>
                services
                    .GetRequiredService<HoldRecords>()
                    .RunAsync(
                        new(caseId, "A court has asked for these records", review),
                        actor,
                        default
                    )
        );

    public Task<Result> LiftAsync(Guid caseId) =>
        AsAsync(
            Role.TeamManager,
            true,
            (services, actor) =>
                services
                    .GetRequiredService<LiftHold>()
                    .RunAsync(new(caseId, "The court has given them back to us"), actor, default)
        );

    /// <summary>Somebody in a role, with the duty of records officer or without it.</summary>
    public Task<T> AsAsync<T>(
        Role role,
        bool officer,
        Func<IServiceProvider, Actor, Task<T>> act,
        Guid? accountId = null
    ) =>
        host.InScopeAsync(async services =>
        {
            var council = await CouncilAsync(services);
            var actor = new Actor(accountId ?? Guid.NewGuid(), "Olu Demo-Records", role, council)
            {
                Capabilities = officer ? [Capability.RecordsOfficer] : [],
            };
            await services.GetRequiredService<ActorSource>().OpenAsync(actor, default);
            return await act(services, actor);
        });

    public Task<T> ReadAsync<T>(Func<FosterDb, Task<T>> read) =>
        host.InScopeAsync(async services =>
        {
            services.GetRequiredService<CouncilScope>().EnterCouncil(await CouncilAsync(services));
            return await read(services.GetRequiredService<FosterDb>());
        });

    public Task DoAsync(Func<FosterDb, Task<int>> write) => ReadAsync(write);

    public async Task<Verification> VerifyAsync()
    {
        while (
            (
                await host.InScopeAsync(s =>
                    s.GetRequiredService<Sealing>().RunAsync("test", default)
                )
            ).Linked > 0
        ) { }
        return await host.InScopeAsync(s =>
            s.GetRequiredService<HistoryVerification>().RunAsync(default)
        );
    }

    private static Task<Guid> CouncilAsync(IServiceProvider services) =>
        services
            .GetRequiredService<FosterDb>()
            .Set<Council>()
            .Where(c => c.Code == Council)
            .Select(c => c.Id)
            .SingleAsync();
}

/// <summary>The sealer rests: a row that it links while the chain is looked through would be in neither half of the look.</summary>
public sealed class ShelfSqliteHost : SqliteDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings => RestingSealer.Settings;
}

public sealed class ShelfPostgresHost : PostgresDemoHost
{
    protected override IReadOnlyDictionary<string, string> Settings => RestingSealer.Settings;
}

internal static class RestingSealer
{
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["History:SealSeconds"] = "86400" };
}
