using Foster.Tests.Clock;
using Foster.Web.Features.Questions;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Rules;
using Xunit;
using static Foster.Web.Features.Questions.QuestionState;
using static Foster.Web.Features.Questions.QuestionVerb;

namespace Foster.Tests.Questions;

/// <summary>R-ASK-01: who does what with a question in which state, written out again and compared cell by cell.</summary>
public class QuestionMachineTests
{
    private static readonly Role[] Askers = [Role.ProspectiveCarer, Role.ApprovedCarer];

    private static readonly Role[] Answerers =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.SupervisingSocialWorker,
        Role.TeamManager,
    ];

    private static readonly (
        QuestionVerb Verb,
        QuestionState[] From,
        QuestionState To,
        Role[] By
    )[] Expected =
    [
        (FollowUp, [Open, AskedBack, Answered], Open, Askers),
        (Answer, [Open, AskedBack, Answered], Answered, Answerers),
        (QuestionVerb.AskBack, [Open], AskedBack, Answerers),
        (Settle, [Answered], Settled, Askers),
        (Withdraw, [Open, AskedBack], Withdrawn, Askers),
    ];

    [Fact]
    public void Every_act_is_allowed_where_the_table_says_so_and_refused_with_a_reason_elsewhere()
    {
        foreach (var state in Enum.GetValues<QuestionState>())
        foreach (var verb in Enum.GetValues<QuestionVerb>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var question = In(state);
            var actor = new Actor(Guid.NewGuid(), "Somebody", role, question.CouncilId);
            var row = Expected.FirstOrDefault(e => e.Verb == verb);
            var allowed = row.From?.Contains(state) == true && row.By.Contains(role);

            var moved = question.Move(verb, actor, DateTime.UnixEpoch, []);

            Assert.True(allowed == moved.Ok, $"{state}, {verb}, {role}: {moved.Reasons}");
            Assert.Equal(allowed ? row.To : state, question.State);
            Assert.All(moved.Refusals, r => Assert.Equal("R-ASK-01", r.RuleId));
        }
    }

    [Fact]
    public void More_words_leave_a_clock_that_runs_as_it_is_and_start_it_again_after_an_answer()
    {
        var question = In(Open);
        var since = question.SinceAt;
        var actor = new Actor(Guid.NewGuid(), "Somebody", Askers[0], question.CouncilId);

        Assert.True(question.Move(FollowUp, actor, since.AddDays(1), []).Ok);
        Assert.Equal(since, question.SinceAt);

        question = In(Answered);
        Assert.True(question.Move(FollowUp, actor, since.AddDays(1), []).Ok);
        Assert.Equal(since.AddDays(1), question.SinceAt);
    }

    [Theory]
    [InlineData("Fri 15 May 2026", "Fri 22 May 2026")]
    // Monday 25 May is a bank holiday.
    [InlineData("Wed 20 May 2026", "Thu 28 May 2026")]
    [InlineData("Sat 23 May 2026", "Mon 1 Jun 2026")]
    public void An_answer_is_due_after_five_working_days(string asked, string due) =>
        Assert.Equal(
            Days.Day(due),
            DeadlineRules.QuestionAnswered.From(Days.Day(asked), Days.Calendar).On
        );

    [Fact]
    public void The_number_is_policy_and_a_council_may_set_another() =>
        Assert.True(DeadlineRules.QuestionAnswered.Allows(3));

    private static Question In(QuestionState state)
    {
        var question = new Question
        {
            CouncilId = Guid.NewGuid(),
            CaseId = Guid.NewGuid(),
            PersonId = Guid.NewGuid(),
            AskedAs = Role.ProspectiveCarer,
            Topic = QuestionTopic.Money,
            AskedOn = new(2026, 5, 15),
            SinceAt = DateTime.UnixEpoch,
            Holder = Role.RecruitmentOfficer,
        };
        (QuestionVerb Verb, Role Role)[] way = state switch
        {
            AskedBack => [(QuestionVerb.AskBack, Role.Assessor)],
            Answered => [(Answer, Role.Assessor)],
            Settled => [(Answer, Role.Assessor), (Settle, Role.ApprovedCarer)],
            Withdrawn => [(Withdraw, Role.ApprovedCarer)],
            _ => [],
        };
        foreach (var (verb, role) in way)
            Assert.Equal(
                Result.Done,
                question.Move(
                    verb,
                    new Actor(Guid.NewGuid(), "Somebody", role, question.CouncilId),
                    DateTime.UnixEpoch,
                    []
                )
            );
        return question;
    }
}
