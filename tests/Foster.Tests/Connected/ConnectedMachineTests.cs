using Foster.Web.Features.Connected;
using Foster.Web.Foundation.Actors;
using Xunit;
using static Foster.Web.Features.Connected.ConnectedState;
using Verb = Foster.Web.Features.Connected.ConnectedVerb;

namespace Foster.Tests.Connected;

/// <summary>R-ENQ-11: the team manager owns the case of a family that asks about a child whom they know.</summary>
public class ConnectedMachineTests
{
    private static readonly ConnectedState[] Open = [New, Contacted, Assessing];
    private static readonly Role[] Callers = [Role.TeamManager, Role.RecruitmentOfficer];
    private static readonly Role[] Owner = [Role.TeamManager];

    private static readonly (
        ConnectedVerb Verb,
        ConnectedState[] From,
        ConnectedState? To,
        Role[] By
    )[] Rules =
    [
        (Verb.LogContact, [New], Contacted, Callers),
        (Verb.LogContact, [Contacted, Assessing], null, Callers),
        (Verb.LogAttempt, Open, null, Callers),
        (Verb.GoOn, [Contacted], Assessing, Owner),
        (Verb.Return, [New, Contacted], Returned, Owner),
        (Verb.End, Open, Ended, Owner),
        (Verb.Withdraw, [New, Contacted], Ended, [Role.LinkHolder]),
    ];

    [Fact]
    public void Every_act_in_every_state_by_every_role()
    {
        var wrong = new List<string>();
        foreach (var state in Enum.GetValues<ConnectedState>())
        foreach (var verb in Enum.GetValues<ConnectedVerb>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var rule = Rules.SingleOrDefault(r =>
                r.Verb == verb && r.From?.Contains(state) == true && r.By.Contains(role)
            );
            var against = ConnectedMachine.Table.Against(state, verb, role);
            var cell = $"{state} {verb} {role}";
            if (rule.From is null != (against.Count > 0))
                wrong.Add($"{cell}: {string.Join(" ", against.Select(r => r.Reason))}");
            if (against.Any(r => r.Reason.Length < 20 || r.RuleId is null))
                wrong.Add($"{cell}: a refusal without words or rule");
            if (rule.From is not null)
            {
                var to = ConnectedMachine.Table.Row(state, verb, role).To;
                if (to != rule.To)
                    wrong.Add($"{cell}: leads to {to}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("LCS-20817", true)]
    [InlineData("20817", true)]
    [InlineData("ab/1", true)]
    [InlineData("Mia", false)]
    [InlineData("Mia Example 7", false)]
    [InlineData("1", false)]
    [InlineData("", false)]
    [InlineData("1234567890123456789012345678901", false)]
    public void R_VAL_07_a_child_is_a_reference_and_never_a_name(string typed, bool ok) =>
        Assert.Equal(ok, ChildReferences.Against(typed).Count == 0);
}
