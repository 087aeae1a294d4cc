using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Retention;

/// <summary>Whoever agreed to be asked again is not forgotten meanwhile (R-REC-06, M-HUB-10).</summary>
public abstract class KeptWarmTests(FosterHost host)
{
    private readonly Shelf shelf = new(host);

    [Fact]
    public async Task R_REC_06_live_consent_postpones_disposal_and_its_end_lets_the_enquiry_go()
    {
        const string email = "robin.warm@people.example";
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await shelf.EnquiryAsync(new(2025, 6, 17), "Demo-Warm");
        await Village.ChangeAsync(
            host,
            Shelf.Council,
            async (services, _) =>
            {
                var person = await services
                    .GetRequiredService<FosterDb>()
                    .Set<Person>()
                    .SingleAsync(p => p.FamilyName == "Demo-Warm");
                // As they wrote it when they enquired.
                person.Email = "Robin.Warm@people.example";
                await services.GetRequiredService<MatchKeys>().KeepAsync(person.Id, default);
            }
        );
        var left = await ActAsync<LeaveKeepWarm>(
            (act, actor) =>
                act.RunAsync(
                    new(actor.CouncilId, "Robin", email, new(2026, 9, 1), AskEvery.SixMonths, true),
                    actor,
                    default
                )
        );
        Assert.True(left.Ok, left.Reasons);
        var kept = await KeptAsync(email);
        Assert.Equal(caseId, kept.CaseId);

        // Without the consent it would have gone on 18 June 2026.
        host.Clock.Set("2026-08-20 10:00");
        await shelf.RunAsync();
        Assert.Null(await shelf.ItemAsync(caseId));

        var stopped = await ActAsync<StopKeepWarm>(
            (act, actor) => act.RunAsync(new(kept.Id), actor, default)
        );
        Assert.True(stopped.Ok, stopped.Reasons);
        await shelf.RunAsync();
        Assert.Equal("R-REC-06", (await shelf.ItemAsync(caseId))!.RuleId);
        host.Clock.Set("2026-05-15 10:00");
    }

    private Task<Foster.Web.Foundation.Rules.Result> ActAsync<T>(
        Func<T, Actor, Task<Foster.Web.Foundation.Rules.Result>> act
    )
        where T : class =>
        host.InScopeAsync(async services =>
        {
            var council = await services
                .GetRequiredService<FosterDb>()
                .Set<Council>()
                .SingleAsync(c => c.Code == Shelf.Council);
            return await act(
                services.GetRequiredService<T>(),
                services.GetRequiredService<ActorSource>().Anyone(council.Id)
            );
        });

    private Task<KeepWarm> KeptAsync(string email) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<KeepWarm>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .SingleAsync(k => k.Email == email)
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : KeptWarmTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : KeptWarmTests(host),
            IClassFixture<PostgresDemoHost>;
}
