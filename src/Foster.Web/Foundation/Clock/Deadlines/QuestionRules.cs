using Foster.Web.Foundation.Actors;
using static Foster.Web.Foundation.Clock.Counting;

namespace Foster.Web.Foundation.Clock;

// Questions of applicants and carers to whoever works with them.
public static partial class DeadlineRules
{
    private static readonly DeadlineRule Questions = new(
        "R-ASK-01",
        "Questions of applicants and carers",
        "the day the question was asked",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    );

    /// <summary>Panel and its adviser know nothing of questions.</summary>
    private static readonly Role[] OfQuestions =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.SupervisingSocialWorker,
        Role.TeamManager,
    ];

    public static readonly DeadlineLine QuestionAnswered = Questions
        .Line("answer", "Question answered", WorkingDaysAfter, 5)
        .ReadBy(OfQuestions);

    public static readonly DeadlineLine QuestionBackAnswered = Questions
        .Line("back", "What we asked back answered", WorkingDaysAfter, 10, "the day we asked back")
        .ReadBy(OfQuestions);
}
