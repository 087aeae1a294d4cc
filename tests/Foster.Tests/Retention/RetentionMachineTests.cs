using Foster.Web.Features.Records;
using Foster.Web.Foundation.Actors;
using Xunit;

namespace Foster.Tests.Retention;

/// <summary>
/// R-DP-11, every state × every verb × every role: a person confirms what was proposed, Foster erases what was confirmed,
/// and nothing leads on from what is erased.
/// </summary>
public sealed class RetentionMachineTests
{
    private static readonly Role[] OnStaffPages =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.SupervisingSocialWorker,
        Role.TeamManager,
        Role.PanelAdviser,
        Role.Analyst,
    ];

    [Fact]
    public void What_is_allowed_is_what_the_rule_says()
    {
        foreach (var state in Enum.GetValues<RetentionState>())
        foreach (var verb in Enum.GetValues<RetentionVerb>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var expected = (state, verb) switch
            {
                (RetentionState.Proposed, RetentionVerb.Confirm) => OnStaffPages.Contains(role),
                (RetentionState.Proposed or RetentionState.Confirmed, RetentionVerb.Withdraw) =>
                    role == Role.System,
                (RetentionState.Withdrawn, RetentionVerb.ProposeAgain) => role == Role.System,
                (RetentionState.Confirmed, RetentionVerb.Erase) => role == Role.System,
                _ => false,
            };

            Assert.True(
                expected == (RetentionMachine.Table.Against(state, verb, role).Count == 0),
                $"{state} {verb} {role}"
            );
        }
    }
}
