using System.Net;
using Foster.TestKit;
using Foster.Tests.SignIn;
using Foster.Web.Features.Operate.People;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>Several administrators at once, people of two councils, and duties beside the roles (R-SOD-07).</summary>
public abstract class PeopleAtOnceTests(FosterHost host)
{
    private const string Why = "Their phone was stolen on the train.";

    [Fact]
    public async Task Two_administrators_who_act_on_each_other_at_once_leave_the_council_one_R_SOD_07()
    {
        for (var round = 0; round < 6; round++)
        {
            var (one, other) = (
                await PersonAsync($"one{round}@foster.example", "WES", Role.Administrator),
                await PersonAsync($"other{round}@foster.example", "WES", Role.Administrator)
            );
            await OnlyAsync("WES", one, other);

            var results = await Task.WhenAll(
                AsAsync(one, "WES", (s, a) => RolesAsync(s, a, other, Role.Analyst)),
                AsAsync(
                    other,
                    "WES",
                    (s, a) =>
                        s.GetRequiredService<DisableAccount>().RunAsync(new(one, Why), a, default)
                )
            );

            Assert.Single(results, r => r.Ok);
            Assert.Contains("last administrator", results.Single(r => !r.Ok).Reasons);
        }
    }

    [Fact]
    public async Task A_reset_that_two_confirm_at_once_is_done_once_R_SOD_07()
    {
        var owner = await PersonAsync("owner@foster.example", "HAR", Role.Assessor);
        var asks = await PersonAsync("asks@foster.example", "HAR", Role.Administrator);
        var confirms = new[]
        {
            await PersonAsync("confirms1@foster.example", "HAR", Role.Administrator),
            await PersonAsync("confirms2@foster.example", "HAR", Role.Administrator),
        };
        // Two who ask at once make one request.
        var asked = await Task.WhenAll(
            AsAsync(asks, "HAR", (s, a) => AskAsync(s, a, owner)),
            AsAsync(asks, "HAR", (s, a) => AskAsync(s, a, owner))
        );
        Assert.Single(asked, r => r.Ok);

        var confirmed = await Task.WhenAll(
            confirms.Select(c => AsAsync(c, "HAR", (s, a) => ConfirmAsync(s, a, owner)))
        );

        Assert.Single(confirmed, r => r.Ok);
        Assert.Equal(1, await WrittenAsync(owner, "account.factor-reset"));
    }

    [Fact]
    public async Task A_reset_falls_with_the_administrator_who_asked_for_it_R_SOD_07()
    {
        var owner = await PersonAsync("owner2@foster.example", "HAR", Role.Analyst);
        var asks = await PersonAsync("asks2@foster.example", "HAR", Role.Administrator);
        var confirms = await PersonAsync("confirms3@foster.example", "HAR", Role.Administrator);
        Assert.True((await AsAsync(asks, "HAR", (s, a) => AskAsync(s, a, owner))).Ok);
        Assert.True(
            (await AsAsync(confirms, "HAR", (s, a) => RolesAsync(s, a, asks, Role.Analyst))).Ok
        );

        var result = await AsAsync(confirms, "HAR", (s, a) => ConfirmAsync(s, a, owner));

        Assert.Contains("no longer an administrator", result.Reasons);
        Assert.Equal(0, await WrittenAsync(owner, "account.factor-reset"));
    }

    [Fact]
    public async Task Somebody_of_two_councils_goes_on_in_the_other_when_every_role_here_is_taken()
    {
        const string Name = "moving@foster.example";
        var id = await PersonAsync(Name, "HAR", Role.Assessor);
        await HoldAsync(id, "WES", Role.Assessor);
        using var there = host.Visitor();
        await there.SignInAsync(Name);
        using var admin = host.Visitor();
        await admin.SignInAsync("admin@foster.example");

        var page = await (await admin.GetAsync($"/admin/people/{id}/roles"))
            .Form()
            .Uncheck("Assessor")
            .SubmitAsync("Save the roles");

        Assert.Equal("/admin/people", page.Path);
        Assert.Contains("hold from now on", page.Notification);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/admin/people/{id}")).Status);
        Assert.Equal("/sign-in", (await there.GetAsync("/staff/cases")).Address.AbsolutePath);
        await there.SignInAsync(Name);
        Assert.Contains(
            ("Council", "Westmoor Council"),
            (await there.GetAsync("/account")).SummaryRows
        );
    }

    [Theory]
    [InlineData(Role.Administrator, 0)]
    [InlineData(Role.TeamManager, 1)]
    public async Task Who_becomes_an_administrator_holds_no_duty_any_more_R_SOD_07(
        Role becomes,
        int duties
    )
    {
        var id = await PersonAsync(
            $"duty.{becomes}@foster.example",
            "HAR",
            Role.RecruitmentOfficer
        );
        var council = await CouncilAsync("HAR");
        await SaveAsync(db =>
            db.Add(
                new CapabilityHolder
                {
                    AccountId = id,
                    CouncilId = council,
                    Capability = Capability.IntakeOfficer,
                }
            )
        );
        var admin = await SecondFactors.AccountIdAsync(host, "admin@foster.example");

        Assert.True((await AsAsync(admin, "HAR", (s, a) => RolesAsync(s, a, id, becomes))).Ok);

        Assert.Equal(
            duties,
            await host.InScopeAsync(s =>
                s.GetRequiredService<FosterDb>()
                    .Set<CapabilityHolder>()
                    .CountAsync(h => h.AccountId == id)
            )
        );
        Assert.Equal(1 - duties, await WrittenAsync(id, "duty.ended"));
    }

    private static Task<Result> RolesAsync(
        IServiceProvider services,
        Actor actor,
        Guid whose,
        Role role
    ) => services.GetRequiredService<ChangeRoles>().RunAsync(new(whose, [role]), actor, default);

    private static Task<Result> AskAsync(IServiceProvider services, Actor actor, Guid whose) =>
        services.GetRequiredService<AskFactorReset>().RunAsync(new(whose, Why), actor, default);

    private static Task<Result> ConfirmAsync(IServiceProvider services, Actor actor, Guid whose) =>
        services.GetRequiredService<EndFactorReset>().RunAsync(new(whose, true), actor, default);

    /// <summary>Acts as an administrator whose request began while they were one.</summary>
    private async Task<Result> AsAsync(
        Guid admin,
        string code,
        Func<IServiceProvider, Actor, Task<Result>> act
    )
    {
        var council = await CouncilAsync(code);
        return await host.InScopeAsync(async s =>
        {
            s.GetRequiredService<CouncilScope>().EnterCases(council, []);
            return await act(
                s,
                new Actor(admin, "Demo Administrator", Role.Administrator, council)
            );
        });
    }

    private async Task<Guid> PersonAsync(string name, string council, Role role)
    {
        var id = await Village.AccountAsync(host, council, name, role);
        await Steps.ChangeAccountAsync(host, name, a => a.Email = name);
        return id;
    }

    private async Task HoldAsync(Guid id, string code, Role role)
    {
        var council = await CouncilAsync(code);
        await SaveAsync(db =>
            db.Add(
                new RoleAssignment
                {
                    AccountId = id,
                    CouncilId = council,
                    Role = role,
                }
            )
        );
    }

    /// <summary>Every other administrator of the council is taken off.</summary>
    private async Task OnlyAsync(string code, params Guid[] stay)
    {
        var council = await CouncilAsync(code);
        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            db.RemoveRange(
                await db.Set<RoleAssignment>()
                    .Where(r =>
                        r.CouncilId == council
                        && r.Role == Role.Administrator
                        && !stay.Contains(r.AccountId)
                    )
                    .ToListAsync()
            );
            await db.SaveChangesAsync();
        });
    }

    private Task SaveAsync(Action<FosterDb> change) =>
        host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<FosterDb>();
            change(db);
            await db.SaveChangesAsync();
        });

    private Task<Guid> CouncilAsync(string code) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Council>()
                .Where(c => c.Code == code)
                .Select(c => c.Id)
                .SingleAsync()
        );

    private Task<int> WrittenAsync(Guid subject, string kind) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<CouncilHistoryEntry>()
                .IgnoreQueryFilters()
                .CountAsync(h => h.SubjectId == subject && h.Kind == kind)
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : PeopleAtOnceTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : PeopleAtOnceTests(host),
            IClassFixture<PostgresDemoHost>;
}
