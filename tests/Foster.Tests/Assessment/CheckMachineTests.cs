using Foster.Web.Features.Assessment;
using Foster.Web.Foundation.Actors;
using Xunit;

namespace Foster.Tests.Assessment;

/// <summary>
/// Checks are worked on by the assessor of the case (§11), and by the team manager for a day that lies longer back (§10.5);
/// reopening is the team manager's (R-ASSESS-06).
/// </summary>
public class CheckMachineTests
{
    private static readonly (CheckState From, CheckVerb Verb, Role By)[] Allowed =
    [
        (CheckState.Needed, CheckVerb.Request, Role.Assessor),
        (CheckState.Requested, CheckVerb.Chase, Role.Assessor),
        (CheckState.Needed, CheckVerb.Record, Role.Assessor),
        (CheckState.Requested, CheckVerb.Record, Role.Assessor),
        // Back-dating needs the team manager (§10.5).
        (CheckState.Needed, CheckVerb.Request, Role.TeamManager),
        (CheckState.Requested, CheckVerb.Chase, Role.TeamManager),
        (CheckState.Needed, CheckVerb.Record, Role.TeamManager),
        (CheckState.Requested, CheckVerb.Record, Role.TeamManager),
        (CheckState.Received, CheckVerb.Reopen, Role.TeamManager),
        (CheckState.Needed, CheckVerb.Cancel, Role.System),
        (CheckState.Requested, CheckVerb.Cancel, Role.System),
        // An animal that is not at home any more (R-ELIG-07).
        (CheckState.Needed, CheckVerb.LeaveOut, Role.Assessor),
        (CheckState.Requested, CheckVerb.LeaveOut, Role.Assessor),
        (CheckState.Needed, CheckVerb.LeaveOut, Role.TeamManager),
        (CheckState.Requested, CheckVerb.LeaveOut, Role.TeamManager),
    ];

    [Fact]
    public void Every_act_in_every_state_by_every_role()
    {
        foreach (var state in Enum.GetValues<CheckState>())
        foreach (var verb in Enum.GetValues<CheckVerb>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var against = CheckMachine.Table.Against(state, verb, role);

            Assert.True(
                Allowed.Contains((state, verb, role)) == (against.Count == 0),
                $"{state} {verb} {role}: {string.Join(" ", against.Select(r => r.Reason))}"
            );
        }
    }
}
