using Foster.Web.Features.Applications;
using Foster.Web.Features.Approvals;
using Foster.Web.Foundation.Actors;
using Xunit;

namespace Foster.Tests.Approvals;

/// <summary>Every act at panel and on the desk × every state × every role, written from §10.2 and §6.1.</summary>
public sealed class MachineTests
{
    private static readonly Dictionary<
        ApplicationVerb,
        (string Rule, ApplicationState From, ApplicationState To, Role[] By)
    > Rows = new()
    {
        [ApplicationVerb.Recommend] = (
            "T-APP-11",
            ApplicationState.ReadyForPanel,
            ApplicationState.PanelRecommended,
            [Role.PanelAdviser, Role.PanelChair]
        ),
        [ApplicationVerb.Defer] = (
            "T-APP-12",
            ApplicationState.ReadyForPanel,
            ApplicationState.PanelDeferred,
            [Role.PanelAdviser, Role.PanelChair]
        ),
        [ApplicationVerb.Relist] = (
            "T-APP-12",
            ApplicationState.PanelDeferred,
            ApplicationState.ReadyForPanel,
            [Role.PanelAdviser, Role.PanelChair]
        ),
        [ApplicationVerb.SendToDecisionMaker] = (
            "T-APP-14",
            ApplicationState.PanelRecommended,
            ApplicationState.AwaitingDecision,
            // Back-dating needs the team manager (§10.5).
            [Role.PanelAdviser, Role.TeamManager]
        ),
        [ApplicationVerb.Approve] = (
            "T-APP-15",
            ApplicationState.AwaitingDecision,
            ApplicationState.Approved,
            [Role.DecisionMaker]
        ),
        [ApplicationVerb.ReturnToStage2] = (
            "T-APP-25",
            ApplicationState.AwaitingDecision,
            ApplicationState.Stage1Passed,
            [Role.DecisionMaker]
        ),
        [ApplicationVerb.ReturnToPanel] = (
            "T-APP-25",
            ApplicationState.AwaitingDecision,
            ApplicationState.ReadyForPanel,
            [Role.DecisionMaker]
        ),
    };

    [Fact]
    public void An_application_moves_at_panel_and_on_the_desk_as_the_table_says()
    {
        foreach (var (verb, row) in Rows)
        foreach (var state in Enum.GetValues<ApplicationState>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var against = ApplicationMachine.Table.Against(state, verb, role);
            var allowed = state == row.From && row.By.Contains(role);
            Assert.True(allowed == (against.Count == 0), $"{verb} in {state} by {role}");
            if (allowed)
            {
                var found = ApplicationMachine.Table.Row(state, verb, role);
                Assert.Equal((row.Rule, row.To), (found.RuleId, found.To!.Value));
            }
            else
                Assert.All(against, r => Assert.Equal(row.Rule, r.RuleId));
        }
    }

    private static readonly Dictionary<
        PanelItemVerb,
        (PanelItemState[] From, PanelItemState? To, Role[] By)
    > Items = new()
    {
        [PanelItemVerb.SendPapers] = (
            [PanelItemState.Listed],
            PanelItemState.PapersSent,
            [Role.PanelAdviser]
        ),
        [PanelItemVerb.AcceptLatePapers] = ([PanelItemState.PapersSent], null, [Role.PanelChair]),
        [PanelItemVerb.Hear] = (
            [PanelItemState.PapersSent],
            PanelItemState.Heard,
            [Role.PanelAdviser, Role.PanelChair]
        ),
        [PanelItemVerb.Defer] = (
            [PanelItemState.Listed, PanelItemState.PapersSent],
            PanelItemState.Deferred,
            [Role.PanelAdviser, Role.PanelChair]
        ),
        [PanelItemVerb.TakeOff] = (
            [PanelItemState.Listed, PanelItemState.PapersSent],
            PanelItemState.Removed,
            [Role.PanelAdviser, Role.System]
        ),
    };

    [Fact]
    public void An_item_moves_as_its_table_says()
    {
        Assert.Equal(Enum.GetValues<PanelItemVerb>().Length, Items.Count);
        foreach (var (verb, row) in Items)
        foreach (var state in Enum.GetValues<PanelItemState>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var against = PanelItemMachine.Table.Against(state, verb, role);
            var allowed = row.From.Contains(state) && row.By.Contains(role);
            Assert.True(allowed == (against.Count == 0), $"{verb} in {state} by {role}");
            if (allowed)
                Assert.Equal(row.To, PanelItemMachine.Table.Row(state, verb, role).To);
        }
    }

    [Fact]
    public void Nobody_accepts_papers_that_went_out_in_time()
    {
        var item = new PanelItem
        {
            CouncilId = Guid.NewGuid(),
            CaseId = Guid.NewGuid(),
            MeetingId = Guid.NewGuid(),
            Number = 1,
            ListedOn = new(2026, 5, 1),
        };
        Actor By(Role role) => new(Guid.NewGuid(), "Somebody", role, item.CouncilId);
        item.SendPapers(By(Role.PanelAdviser), new(2026, 5, 4), new(2026, 5, 4), []);

        var accepted = item.AcceptLatePapers(By(Role.PanelChair), new(2026, 5, 5), PanelStage.Why);

        Assert.False(item.PapersLate);
        Assert.Equal("The papers went out in time.", Assert.Single(accepted.Refusals).Reason);
    }

    [Theory]
    [InlineData("2026-05-15_00000000-0000-0000-0000-000000000001", true)]
    [InlineData("nonsense", false)]
    [InlineData("2026-13-40_x", false)]
    public void A_place_in_a_list_is_read_from_its_address_or_begins_anew(string text, bool known)
    {
        var read = Cursor.Read(text, Cursor.Start);

        Assert.Equal(known, read != Cursor.Start);
        if (known)
            Assert.Equal(text, read.ToString());
    }
}
