using Foster.Web.Features.Cases;
using Foster.Web.Features.Operate.Demo;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.TestKit;

/// <summary>Opens cases of people who do not exist, for tests of the pages that show them.</summary>
public static class Village
{
    public static async Task<Guid> CaseAsync(
        FosterHost host,
        string council,
        DateOnly openedOn,
        params (string Given, string Family)[] people
    ) =>
        await host.InScopeAsync(async services =>
        {
            var actor = await ActorAsync(services, council);
            var opened = await services
                .GetRequiredService<OpenCase>()
                .RunAsync(
                    new OpenCaseInput(
                        actor.CouncilId,
                        [
                            .. people.Select(p => new NewPerson(
                                p.Given,
                                p.Family,
                                new DateOnly(1984, 2, 29),
                                null,
                                null
                            )),
                        ],
                        [],
                        null,
                        openedOn
                    ),
                    actor,
                    default
                );
            await services
                .GetRequiredService<CaseHistory>()
                .WriteAsync(
                    actor,
                    opened.Case.Id,
                    new HistoryNote("case.opened", "Case opened") { OccurredOn = openedOn },
                    default
                );
            await services.GetRequiredService<FosterDb>().SaveChangesAsync();
            return opened.Case.Id;
        });

    /// <summary>Does something with a case as Foster itself, and saves.</summary>
    public static Task ChangeAsync(
        FosterHost host,
        string council,
        Func<IServiceProvider, Actor, Task> act
    ) =>
        host.InScopeAsync(async services =>
        {
            var actor = await ActorAsync(services, council);
            await act(services, actor);
            await services.GetRequiredService<FosterDb>().SaveChangesAsync();
        });

    public static Task DeadlineAsync(
        FosterHost host,
        string council,
        Guid caseId,
        DeadlineLine line,
        DateOnly on,
        Role holder
    ) =>
        ChangeAsync(
            host,
            council,
            (services, actor) =>
                services
                    .GetRequiredService<DeadlineBook>()
                    .OpenAsync(actor.CouncilId, caseId, caseId, line, on, holder, default)
        );

    /// <summary>An account of somebody new, who signs in with the password of the demonstration.</summary>
    public static Task<Guid> AccountAsync(
        FosterHost host,
        string council,
        string name,
        params Role[] roles
    ) =>
        host.InScopeAsync(async services =>
        {
            var actor = await ActorAsync(services, council);
            var account = new Account { UserName = name, DisplayName = "Somebody New" };
            var made = await services
                .GetRequiredService<UserManager<Account>>()
                .CreateAsync(account, DemoRegion.Password);
            if (!made.Succeeded)
                throw new InvalidOperationException(made.ToString());
            var db = services.GetRequiredService<FosterDb>();
            foreach (var role in roles)
                db.Add(
                    new RoleAssignment
                    {
                        AccountId = account.Id,
                        CouncilId = actor.CouncilId,
                        Role = role,
                    }
                );
            await db.SaveChangesAsync();
            return account.Id;
        });

    private static async Task<Actor> ActorAsync(IServiceProvider services, string council)
    {
        var id = await services
            .GetRequiredService<FosterDb>()
            .Set<Council>()
            .Where(c => c.Code == council)
            .Select(c => c.Id)
            .SingleAsync();
        return services.GetRequiredService<ActorSource>().System(id);
    }
}
