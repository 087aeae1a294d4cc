using Foster.Web.Features.Assessment;
using Foster.Web.Features.Carers;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using Xunit;

namespace Foster.Tests.Carers;

/// <summary>The table of §10.3: T-CAR-01 makes the record, T-CAR-02 is by the supervisor and the carers, and by the
/// team manager, who names the supervisor and may be last.</summary>
public class CarerMachineTests
{
    private static readonly DateOnly Approved = new(2026, 3, 16);

    private static readonly Role[] Signers =
    [
        Role.ApprovedCarer,
        Role.SupervisingSocialWorker,
        Role.TeamManager,
    ];

    public static TheoryData<ApprovalState, ApprovalVerb, Role, bool> Table()
    {
        var table = new TheoryData<ApprovalState, ApprovalVerb, Role, bool>();
        foreach (var state in Enum.GetValues<ApprovalState>())
        foreach (var verb in Enum.GetValues<ApprovalVerb>())
        foreach (var role in Enum.GetValues<Role>())
            table.Add(
                state,
                verb,
                role,
                state == ApprovalState.ApprovedAgreementPending
                    && verb is ApprovalVerb.Sign or ApprovalVerb.Activate
                    && Signers.Contains(role)
            );
        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_act_in_every_state_by_every_role(
        ApprovalState state,
        ApprovalVerb verb,
        Role role,
        bool allowed
    )
    {
        var against = CarerMachine.Table.Against(state, verb, role);

        Assert.Equal(allowed, against.Count == 0);
        Assert.All(against, r => Assert.Matches("^(T-CAR-0[12]|R-AGR-01)$", r.RuleId!));
    }

    [Fact]
    public void T_CAR_01_opens_an_approval_that_waits_for_its_agreement()
    {
        var approval = Opened();

        Assert.Equal(ApprovalState.ApprovedAgreementPending, approval.State);
        Assert.Equal(Approved, approval.ApprovedOn);
        Assert.Null(approval.AgreementSignedOn);
        Assert.Equal(CarerStage.Terms, approval.Terms);
    }

    [Fact]
    public void T_CAR_01_is_refused_with_everything_that_is_wrong_with_the_terms_by_R_VAL_07()
    {
        var opened = CarerApproval.Open(
            Guid.NewGuid(),
            Guid.NewGuid(),
            Guid.NewGuid(),
            Guid.NewGuid(),
            Approved,
            new ApprovalTerms(4, 12, 9, "short term")
        );

        Assert.Equal(2, opened.Refusals.Count);
        Assert.All(opened.Refusals, r => Assert.Equal("R-VAL-07", r.RuleId));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void The_agreement_may_not_be_signed_before_the_approval(int days, bool allowed)
    {
        var approval = Opened();

        var result = approval.Activate(Supervisor(), Approved.AddDays(days), []);

        Assert.Equal(allowed, result.Ok);
        Assert.Equal(
            allowed ? ApprovalState.Active : ApprovalState.ApprovedAgreementPending,
            approval.State
        );
    }

    [Fact]
    public void T_CAR_02_is_refused_with_everything_that_is_missing_and_changes_nothing()
    {
        var approval = Opened();

        var result = approval.Activate(
            Supervisor() with
            {
                Role = Role.PanelAdviser,
            },
            Approved.AddDays(-1),
            [new Refusal("One."), new Refusal("Two.")]
        );

        Assert.Equal(4, result.Refusals.Count);
        Assert.Equal(ApprovalState.ApprovedAgreementPending, approval.State);
        Assert.Null(approval.AgreementSignedOn);
    }

    [Fact]
    public void An_approval_without_any_signature_never_becomes_active() =>
        Assert.False(Opened().Activate(Supervisor(), null, []).Ok);

    [Fact]
    public void The_table_names_the_rules_and_says_that_opening_has_no_state_before()
    {
        var rows = ((IStateTable)CarerMachine.Table).Rows.ToList();

        Assert.Equal(["T-CAR-01", "R-AGR-01", "T-CAR-02"], rows.Select(r => r.RuleId));
        Assert.Equal("not there yet", rows[0].From);
    }

    private static CarerApproval Opened() =>
        CarerApproval
            .Open(
                Guid.NewGuid(),
                Guid.NewGuid(),
                Guid.NewGuid(),
                Guid.NewGuid(),
                Approved,
                CarerStage.Terms
            )
            .Value;

    private static Actor Supervisor() =>
        new(Guid.NewGuid(), "Demo", Role.SupervisingSocialWorker, Guid.NewGuid());
}
