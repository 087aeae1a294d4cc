using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using Xunit;
using static Foster.Web.Features.Applications.RefereeState;
using static Foster.Web.Features.Applications.RefereeVerb;

namespace Foster.Tests.Applications;

/// <summary>The table of a referee (R-REF-01, R-REF-04, R-REF-05, R-ASSESS-02), written out again and compared cell by cell.</summary>
public class RefereeMachineTests
{
    private static readonly DateOnly Day = new(2026, 5, 15);
    private static readonly Role[] Workers = [Role.Assessor, Role.TeamManager];

    private static readonly (
        string Rule,
        RefereeVerb Verb,
        RefereeState[] From,
        RefereeState? To,
        Role[] By
    )[] Expected =
    [
        // Who says no is told that they are not asked again.
        ("R-REF-01", Ask, [Named, Unreachable], Asked, Workers),
        ("R-ASSESS-02", Chase, [Asked], null, Workers),
        ("R-ASSESS-02", Nudge, [Asked], null, [Role.ProspectiveCarer]),
        ("R-REF-05", Answer, [Asked], Answered, [Role.LinkHolder]),
        ("R-REF-05", Decline, [Named, Asked], Declined, [Role.LinkHolder, .. Workers]),
        // Who answered in writing and will not be interviewed does not count (R-REF-01).
        ("R-REF-05", Decline, [Answered], Declined, Workers),
        ("R-REF-01", GiveUp, [Named, Asked, Answered], Unreachable, Workers),
        ("R-REF-04", Replace, [Declined, Unreachable], Replaced, [Role.ProspectiveCarer]),
        // Back-dating needs the team manager (§10.5).
        ("R-REF-01", Interview, [Named, Asked, Answered], Interviewed, Workers),
    ];

    public static TheoryData<RefereeState, RefereeVerb> Cells()
    {
        var cells = new TheoryData<RefereeState, RefereeVerb>();
        foreach (var state in Enum.GetValues<RefereeState>())
        foreach (var verb in Enum.GetValues<RefereeVerb>())
            cells.Add(state, verb);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_act_in_every_state_by_every_role(RefereeState state, RefereeVerb verb)
    {
        var rows = Expected.Where(e => e.Verb == verb).ToList();
        foreach (var role in Enum.GetValues<Role>())
        {
            var row = rows.Find(r => r.From.Contains(state) && r.By.Contains(role));
            var allowed = row.Rule is not null;
            var against = RefereeMachine.Table.Against(state, verb, role);
            Assert.True(allowed == (against.Count == 0), $"{verb} in {state} by {role}");
            Assert.All(against, r => Assert.Equal(rows[0].Rule, r.RuleId));
            var referee = At(state);
            Assert.Equal(allowed, Do(referee, verb, By(role)).Ok);
            Assert.Equal(allowed ? row.To ?? state : state, referee.State);
        }
    }

    [Fact]
    public void Whoever_declined_was_not_reached_or_was_replaced_does_not_count_any_more() =>
        Assert.Equal(
            [Declined, Unreachable, Replaced],
            Enum.GetValues<RefereeState>().Except(RefereeMachine.Live)
        );

    [Theory]
    [InlineData("2026-05-15", false)]
    [InlineData("2026-05-21", false)]
    [InlineData("2026-05-22", true)]
    public void An_applicant_reminds_somebody_once_in_seven_days(string today, bool can)
    {
        var referee = At(Asked);

        var against = NudgeReferee.Against(referee, DateOnly.Parse(today));

        Assert.Equal(can, against.Count == 0);
        if (!can)
            Assert.Contains("from 22 May 2026", against[0].Reason);
    }

    private static Referee At(RefereeState state)
    {
        var referee = new Referee
        {
            CouncilId = Guid.NewGuid(),
            CaseId = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            Name = "Ruth Demo-Speak",
            Relationship = "friend",
            Email = "ruth@foster.example",
            YearsKnown = 6,
            NominatedOn = Day,
        };
        if (state is Named)
            return referee;
        if (state is Unreachable)
            return After(referee.GiveUp(By(Role.Assessor), Day, "Three calls, no answer.", []));
        After(referee.Ask(By(Role.Assessor), Day, RefereeRoute.Email, null, []));
        if (state is Answered)
            After(referee.Answer(By(Role.LinkHolder), Day, []));
        if (state is Declined or Replaced)
            After(referee.Decline(By(Role.LinkHolder), Day, null, []));
        if (state is Replaced)
            After(referee.Replace(By(Role.ProspectiveCarer), []));
        if (state is Interviewed)
            After(referee.Interview(By(Role.Assessor), []));
        return referee;

        Referee After(Result done)
        {
            Assert.True(done.Ok, done.Reasons);
            return referee;
        }
    }

    private static Result Do(Referee referee, RefereeVerb verb, Actor by) =>
        verb switch
        {
            Ask => referee.Ask(by, Day, RefereeRoute.Telephone, null, []),
            Chase => referee.Chase(by, Day, []),
            Nudge => referee.Nudge(by, Day, []),
            Answer => referee.Answer(by, Day, []),
            Decline => referee.Decline(by, Day, null, []),
            GiveUp => referee.GiveUp(by, Day, "Three calls, no answer.", []),
            Replace => referee.Replace(by, []),
            _ => referee.Interview(by, []),
        };

    private static Actor By(Role role) => new(Guid.NewGuid(), "Somebody", role, Guid.NewGuid());
}
