using Foster.TestKit;
using Foster.Web.Features.Carers;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Foster.Tests.Carers;

/// <summary>Signing, naming the supervisor, and what makes an approval active (R-AGR-01, T-CAR-02).</summary>
public abstract class AgreementTests(FosterHost host)
{
    [Theory]
    [InlineData("first second service supervisor")]
    [InlineData("supervisor service second first")]
    [InlineData("service first supervisor second")]
    [InlineData("second supervisor first service")]
    public async Task R_AGR_01_the_approvals_are_active_after_the_last_act_whatever_the_order(
        string order
    )
    {
        host.Clock.Set("2026-03-16 10:00");
        var stage = await new CarerStage(host).ApproveAsync();
        var acts = order.Split(' ');

        foreach (var act in acts)
        {
            Assert.All(await States(stage), s => Assert.Equal(Pending, s));
            host.Clock.AdvanceDays(1);
            Assert.True((await Act(stage, act)).Ok);
        }

        Assert.All(await States(stage), s => Assert.Equal(ApprovalState.Active, s));
        var approval = await stage.ReadAsync(db =>
            db.Set<CarerApproval>().FirstAsync(a => a.CaseId == stage.Case)
        );
        var lastSignature = new DateOnly(2026, 3, 16).AddDays(
            acts.Length - (acts[^1] == "supervisor" ? 1 : 0)
        );
        Assert.Equal(lastSignature, approval.AgreementSignedOn);
        Assert.True(approval.AgreementSignedOn >= approval.ApprovedOn);
        Assert.Equal(DeadlineStatus.Met, await Status(stage, DeadlineRules.AgreementSigned));
        Assert.Equal(DeadlineStatus.Met, await Status(stage, DeadlineRules.SupervisorNamed));
    }

    [Fact]
    public async Task T_CAR_02_signing_says_everything_that_is_still_missing()
    {
        var stage = await new CarerStage(host).ApproveAsync();

        var still = (await Sign(stage, 0)).Value;

        Assert.Equal(
            [
                "Alex Demo-Carer has not signed the agreement.",
                "Nobody has signed the agreement for the service.",
                "No supervising social worker is named.",
            ],
            still.Select(r => r.Reason)
        );
    }

    [Fact]
    public async Task A_late_signature_misses_its_date_and_still_counts()
    {
        host.Clock.Set("2026-03-16 10:00");
        var stage = await new CarerStage(host).ApproveAsync(carers: 1);
        foreach (var act in (string[])["supervisor", "service"])
            await Act(stage, act);
        host.Clock.Set("2026-03-31 10:00");

        await Act(stage, "first");

        Assert.Equal(DeadlineStatus.Missed, await Status(stage, DeadlineRules.AgreementSigned));
        Assert.All(await States(stage), s => Assert.Equal(ApprovalState.Active, s));
    }

    [Fact]
    public async Task Nobody_signs_twice_and_the_service_signs_once()
    {
        var stage = await new CarerStage(host).ApproveAsync();
        await Sign(stage, 0);
        await Act(stage, "service");

        Assert.Contains("signed this agreement already", (await Sign(stage, 0)).Reasons);
        Assert.Contains("for the service already", (await Act(stage, "service")).Reasons);
    }

    [Theory]
    [InlineData("robin demo-carer", true)]
    [InlineData("  Robin   Demo-Carer ", true)]
    [InlineData("Alex Demo-Carer", false)]
    [InlineData("R", false)]
    public async Task A_signature_is_the_signers_own_full_name(string typed, bool taken)
    {
        var stage = await new CarerStage(host).ApproveAsync();

        var signed = await Sign(stage, 0, typed);

        Assert.Equal(taken, signed.Ok);
        if (!taken)
            Assert.Equal("name", signed.Refusals.Single().Field);
    }

    [Fact]
    public async Task An_active_agreement_cannot_be_signed_again()
    {
        var stage = await new CarerStage(host).ApproveAsync(carers: 1);
        foreach (var act in (string[])["first", "service", "supervisor"])
            await Act(stage, act);

        var again = await Sign(stage, 0);

        Assert.Equal(2, again.Refusals.Count);
    }

    [Theory]
    [InlineData(Role.PanelAdviser)]
    [InlineData(Role.DecisionMaker)]
    [InlineData(Role.RecruitmentOfficer)]
    public async Task Others_do_not_sign_for_the_service(Role role)
    {
        var stage = await new CarerStage(host).ApproveAsync();

        var signed = await stage.AsAsync(
            role,
            (s, actor) =>
                s.GetRequiredService<SignAgreement>()
                    .RunAsync(new(stage.Case, actor.Name), actor, default)
        );

        Assert.False(signed.Ok);
    }

    [Fact]
    public async Task A_supervisor_who_does_not_hold_the_household_cannot_sign()
    {
        var stage = await new CarerStage(host).ApproveAsync();

        var signed = await stage.AsAsync(
            Role.SupervisingSocialWorker,
            (s, actor) =>
                s.GetRequiredService<SignAgreement>()
                    .RunAsync(new(stage.Case, actor.Name), actor, default)
        );

        Assert.Contains("no agreement to sign", signed.Reasons);
    }

    [Theory]
    [InlineData(Role.PanelAdviser)]
    [InlineData(Role.RecruitmentOfficer)]
    [InlineData(Role.DecisionMaker)]
    public async Task R_SUP_01_only_the_team_manager_names_the_supervisor(Role role)
    {
        var stage = await new CarerStage(host).ApproveAsync();

        var named = await Name(stage, role, stage.Staff[Role.SupervisingSocialWorker]);

        Assert.False(named.Ok);
    }

    [Fact]
    public async Task Only_a_supervising_social_worker_can_be_named()
    {
        var stage = await new CarerStage(host).ApproveAsync();

        var named = await Name(stage, Role.TeamManager, stage.Staff[Role.Assessor]);

        Assert.Equal("supervisor", named.Refusals.Single().Field);
        Assert.Equal(DeadlineStatus.Open, await Status(stage, DeadlineRules.SupervisorNamed));
    }

    private const ApprovalState Pending = ApprovalState.ApprovedAgreementPending;

    private static async Task<Result> Act(CarerStage stage, string act) =>
        act switch
        {
            "first" => await Sign(stage, 0),
            "second" => await Sign(stage, 1),
            "service" => await stage.AsAsync(
                Role.TeamManager,
                (s, actor) =>
                    s.GetRequiredService<SignAgreement>()
                        .RunAsync(new(stage.Case, actor.Name), actor, default)
            ),
            _ => await Name(stage, Role.TeamManager, stage.Staff[Role.SupervisingSocialWorker]),
        };

    private static Task<Result<IReadOnlyList<Refusal>>> Sign(
        CarerStage stage,
        int carer,
        string? typed = null
    ) =>
        stage.AsCarerAsync(
            carer,
            (s, actor) =>
                s.GetRequiredService<SignAgreement>()
                    .RunAsync(new(stage.Case, typed ?? actor.Name), actor, default)
        );

    private static Task<Result> Name(CarerStage stage, Role role, Guid account) =>
        stage.AsAsync(
            role,
            (s, actor) =>
                s.GetRequiredService<NameSupervisor>()
                    .RunAsync(new(stage.Case, account), actor, default)
        );

    private static Task<List<ApprovalState>> States(CarerStage stage) =>
        stage.ReadAsync(db =>
            db.Set<CarerApproval>()
                .Where(a => a.CaseId == stage.Case)
                .Select(a => a.State)
                .ToListAsync()
        );

    private static Task<DeadlineStatus> Status(CarerStage stage, DeadlineLine line) =>
        stage.ReadAsync(db =>
            db.Set<Deadline>()
                .Where(d => d.CaseId == stage.Case && d.LineKey == line.Key)
                .Select(d => d.Status)
                .SingleAsync()
        );

    public sealed class OnSqlite(SqliteHost on) : AgreementTests(on), IClassFixture<SqliteHost>;

    public sealed class OnPostgres(PostgresHost on)
        : AgreementTests(on),
            IClassFixture<PostgresHost>;
}
