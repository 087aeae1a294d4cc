using Foster.TestKit;
using Foster.Web.Features.Approvals;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Foster.Tests.Approvals.PanelStage;

namespace Foster.Tests.Approvals;

/// <summary>
/// R-SOD-12: whoever has several roles acts in one, and the separation of duties looks at all of them. What each row
/// expects is from §11.1. R-SOD-05 has no row: reviews of carers are not built.
/// </summary>
public abstract class UnionOfRolesTests(FosterHost host)
{
    private const string Supervisor = "supervisor@foster.example";
    private const string Carer = "carer@foster.example";
    private readonly PanelStage stage = new(host);

    [Fact]
    public async Task What_somebody_was_in_a_case_follows_them_into_every_other_role()
    {
        host.Clock.Set("2026-05-15 10:00");
        var caseId = await stage.ReadyAsync();
        await stage.AwaitingAsync(caseId, await stage.MeetingAsync(new(2026, 6, 9)));
        await SupervisedAsync(caseId);
        await ManagedAsync(caseId);
        var table = new (string Who, string Was, Role ActsAs, string? Rule)[]
        {
            (Assessor, "assessor", Role.DecisionMaker, "R-SOD-01"),
            (Manager, "team manager", Role.DecisionMaker, "R-SOD-01"),
            (Supervisor, "supervising social worker", Role.DecisionMaker, "R-SOD-01"),
            (Chair, "chair", Role.DecisionMaker, "R-SOD-02"),
            (Vice, "panel member", Role.DecisionMaker, "R-SOD-02"),
            (DecisionMaker, "nothing else", Role.DecisionMaker, null),
            (Assessor, "assessor", Role.PanelAdviser, "R-SOD-03"),
            (Supervisor, "supervising social worker", Role.PanelAdviser, null),
            (Adviser, "nothing else", Role.PanelAdviser, null),
            (Assessor, "assessor", Role.PanelMember, "R-SOD-04"),
            (Supervisor, "supervising social worker", Role.PanelMember, "R-SOD-04"),
            (Assessor, "assessor", Role.PanelChair, "R-SOD-04"),
            (Member, "nothing else", Role.PanelMember, null),
        };
        var wrong = new List<string>();
        foreach (var row in table)
        {
            if (row.Was != "nothing else")
                await stage.GrantAsync(row.Who, row.ActsAs);
            var said = await AgainstAsync(caseId, row.Who, row.ActsAs);
            if (row.Rule is null ? said.Count > 0 : !said.Contains(row.Rule))
                wrong.Add($"{row.Was} as {row.ActsAs}: {string.Join(' ', said)}, not {row.Rule}");
        }

        Assert.Empty(wrong);
        foreach (var who in table.Where(r => r.ActsAs == Role.DecisionMaker && r.Rule is not null))
            RefusedBy(await stage.ApproveAsync(caseId, who.Who), who.Rule!);
        Ok(await stage.ApproveAsync(caseId));
    }

    [Fact]
    public async Task R_SOD_06_nobody_acts_as_the_decision_maker_for_somebody_else()
    {
        var caseId = await stage.ReadyAsync();

        var said = await stage.AsAsync(
            DecisionMaker,
            (s, a) =>
                s.GetRequiredService<DutyReads>()
                    .AgainstDecidingAsync(caseId, a with { OnBehalfOf = "Somebody" }, default)
        );

        Assert.Equal("R-SOD-06", Assert.Single(said).RuleId);
    }

    [Fact]
    public async Task R_SOD_07_an_administrator_sees_no_case_whatever_else_they_are()
    {
        const string Both = "both.sees@foster.example";
        await Village.AccountAsync(host, "HAR", Both, Role.Administrator, Role.TeamManager);

        Assert.Empty(await SeenAsync(Both, Role.Administrator));
        Assert.NotEmpty(await SeenAsync(Both, Role.TeamManager));
    }

    [Fact]
    public async Task R_SOD_08_nobody_sees_their_own_record_in_any_role_of_staff()
    {
        var own = await SeenAsync(Carer, Role.ApprovedCarer);
        Assert.NotEmpty(own);
        foreach (var role in Roles.Staff)
        {
            await stage.GrantAsync(Carer, role);
            Assert.Empty((await SeenAsync(Carer, role)).Intersect(own));
        }
        Assert.NotEmpty(await SeenAsync(Carer, Role.TeamManager));
        Assert.Equal(own.Order(), (await SeenAsync(Carer, Role.ApprovedCarer)).Order());
    }

    [Fact]
    public async Task R_SOD_12_the_actor_has_one_role_and_carries_all()
    {
        const string Both = "both.carries@foster.example";
        await Village.AccountAsync(host, "HAR", Both, Role.Assessor, Role.PanelMember);

        var actor = await stage.AsAsync(Both, (_, a) => Task.FromResult(a), Role.Assessor);

        Assert.True(actor.Is(Role.Assessor));
        Assert.False(actor.Is(Role.PanelMember));
        Assert.Equal([Role.Assessor, Role.PanelMember], actor.AllRoles.Order());
    }

    /// <summary>The rules by which this person may not do in this role what the role does with the case.</summary>
    private Task<List<string>> AgainstAsync(Guid caseId, string who, Role role) =>
        stage.AsAsync(
            who,
            async (s, a) =>
            {
                var duties = s.GetRequiredService<DutyReads>();
                // A member sees a case once they are asked to its panel.
                s.GetRequiredService<FosterDb>().Scope.Reach(caseId);
                if (role is Role.PanelMember or Role.PanelChair)
                    return await duties.KnownConflictAsync(caseId, a.AccountId, default) is null
                        ? new List<string>()
                        : ["R-SOD-04"];
                var refusals =
                    role is Role.DecisionMaker
                        ? await duties.AgainstDecidingAsync(caseId, a, default)
                        : await duties.AgainstAdvisingAsync(caseId, a, default);
                return [.. refusals.Select(r => r.RuleId!)];
            },
            role
        );

    private Task<List<Guid>> SeenAsync(string who, Role role) =>
        stage.AsAsync(
            who,
            (s, _) => s.GetRequiredService<FosterDb>().Set<Case>().Select(c => c.Id).ToListAsync(),
            role
        );

    private async Task SupervisedAsync(Guid caseId)
    {
        var account = await stage.AccountAsync(Supervisor);
        await stage.LookAsync(async db =>
        {
            var of = await db.Set<Case>().SingleAsync(c => c.Id == caseId);
            db.Add(
                new Allocation
                {
                    CouncilId = of.CouncilId,
                    CaseId = caseId,
                    AccountId = account,
                    Role = Role.SupervisingSocialWorker,
                    From = of.OpenedOn,
                    To = of.OpenedOn,
                }
            );
            return await db.SaveChangesAsync();
        });
    }

    private Task<int> ManagedAsync(Guid caseId) =>
        stage.AsAsync(
            Manager,
            async (s, a) =>
            {
                await s.GetRequiredService<CaseHistory>()
                    .WriteAsync(a, caseId, new("stage1.passed", "Passed"), default);
                return await s.GetRequiredService<FosterDb>().SaveChangesAsync();
            }
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : UnionOfRolesTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : UnionOfRolesTests(host),
            IClassFixture<PostgresDemoHost>;
}
