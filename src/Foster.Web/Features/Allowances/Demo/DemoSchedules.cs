using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Allowances.Demo;

/// <summary>
/// One council has published what it pays and has the next schedule as a draft; the other has a draft alone. Of the
/// national minimum one has a table that waits for its second person, and the other one that was sent back.
/// </summary>
public sealed class DemoSchedules(IServiceScopeFactory scopes) : IDemoScenario
{
    /// <summary>The national minimum of 2025-26 with the fees of a real council of 2022-23, said to be a demonstration.</summary>
    private static readonly RateCard Card = new(
        NationalMinimum.Shipped.For(new TaxYear(2025), Region.RestOfEngland)!.Rates,
        [
            new FeeLevel("Level 1", Money.Pounds(75)),
            new FeeLevel("Level 2", Money.Pounds(150)),
            new FeeLevel("Level 3", Money.Pounds(250)),
        ]
    );

    /// <summary>Round amounts that no government has published.</summary>
    private static readonly int[] MadeUp =
    [
        175,
        180,
        200,
        225,
        265,
        195,
        200,
        220,
        250,
        295,
        200,
        205,
        230,
        260,
        305,
    ];

    public int Order => 80;

    public async Task PlayAsync(CancellationToken ct)
    {
        foreach (var officer in await HoldersAsync(Role.FinanceOfficer, ct))
            await PlayAsync(officer, ct);
    }

    private async Task PlayAsync(RoleAssignment officer, CancellationToken ct)
    {
        var draft = await EnterAsync(officer, "Demonstration payments", new(2026, 4, 1), ct);
        var minimum = await MinimumAsync(officer, ct);
        var managers = await HoldersAsync(Role.TeamManager, ct);
        if (managers.FirstOrDefault(m => m.CouncilId == officer.CouncilId) is not { } manager)
            return;
        if (await CodeAsync(officer.CouncilId, ct) != "HAR")
        {
            await SendBackAsync(manager, minimum, ct);
            return;
        }
        await AsAsync(
            manager,
            (s, actor) =>
                s.GetRequiredService<PublishSchedule>()
                    .RunAsync(
                        new(
                            draft,
                            "Made-up decision of the cabinet of 5 February 2026, after the carers were asked in January."
                        ),
                        actor,
                        ct
                    ),
            ct
        );
        await EnterAsync(officer, "Demonstration payments, next year", new(2027, 4, 1), ct);
    }

    private async Task<Guid> EnterAsync(
        RoleAssignment officer,
        string name,
        DateOnly from,
        CancellationToken ct
    )
    {
        var id = Guid.Empty;
        await AsAsync(
            officer,
            async (s, actor) =>
            {
                var entered = await s.GetRequiredService<EnterSchedule>()
                    .RunAsync(
                        new(name, from, Region.RestOfEngland, Card.Allowances, Card.Levels),
                        actor,
                        ct
                    );
                id = entered.Ok ? entered.Value : Guid.Empty;
                return entered;
            },
            ct
        );
        return id;
    }

    private async Task<Guid> MinimumAsync(RoleAssignment officer, CancellationToken ct)
    {
        var id = Guid.Empty;
        await AsAsync(
            officer,
            async (s, actor) =>
            {
                var entered = await s.GetRequiredService<EnterMinimum>()
                    .RunAsync(
                        new(
                            new TaxYear(2026),
                            MinimumTerms
                                .Places.Zip(MadeUp)
                                .ToDictionary(p => p.First, p => Money.Pounds(p.Second)),
                            "Made-up table of the demonstration, which no government has published",
                            "https://example.org/made-up-national-minimum",
                            "",
                            ""
                        ),
                        actor,
                        ct
                    );
                id = entered.Ok ? entered.Value : Guid.Empty;
                return entered;
            },
            ct
        );
        return id;
    }

    private Task SendBackAsync(RoleAssignment manager, Guid minimum, CancellationToken ct) =>
        AsAsync(
            manager,
            (s, actor) =>
                s.GetRequiredService<SendBackMinimum>()
                    .RunAsync(
                        new(minimum, "The address does not open, so nothing could be compared."),
                        actor,
                        ct
                    ),
            ct
        );

    private async Task<List<RoleAssignment>> HoldersAsync(Role role, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        return await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<RoleAssignment>()
            .AsNoTracking()
            .Where(a => a.Role == role)
            .ToListAsync(ct);
    }

    private async Task<string> CodeAsync(Guid councilId, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        return await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<Council>()
            .Where(c => c.Id == councilId)
            .Select(c => c.Code)
            .SingleAsync(ct);
    }

    private async Task AsAsync(
        RoleAssignment holder,
        Func<IServiceProvider, Actor, Task<Result>> act,
        CancellationToken ct
    )
    {
        await using var services = scopes.CreateAsyncScope();
        var actor =
            await services
                .ServiceProvider.GetRequiredService<ActorSource>()
                .EnterAsync(holder.AccountId, holder.CouncilId, holder.Role, ct)
            ?? throw new InvalidOperationException("Who holds the role is not there.");
        var result = await act(services.ServiceProvider, actor);
        if (!result.Ok)
            throw new InvalidOperationException(result.Reasons);
    }
}
