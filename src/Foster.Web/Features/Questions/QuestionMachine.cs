using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Questions.QuestionState;

namespace Foster.Web.Features.Questions;

/// <summary>Where a question stands. Overdue is no state of its own: its clock says so.</summary>
public enum QuestionState
{
    Open,

    /// <summary>We need to know something before we can answer.</summary>
    AskedBack,
    Answered,
    Settled,
    Withdrawn,
}

public enum QuestionVerb
{
    Ask,
    FollowUp,
    Answer,
    AskBack,
    Settle,
    Withdraw,
}

/// <summary>The state table of a question.</summary>
public static class QuestionMachine
{
    /// <summary>Who asks.</summary>
    public static IReadOnlyList<Role> Askers { get; } = [Role.ProspectiveCarer, Role.ApprovedCarer];

    /// <summary>Who answers: whoever has the case where it stands, and the team manager.</summary>
    public static IReadOnlyList<Role> Answerers { get; } =
    [Role.RecruitmentOfficer, Role.Assessor, Role.SupervisingSocialWorker, Role.TeamManager];

    /// <summary>States in which something is still to come.</summary>
    public static IReadOnlyList<QuestionState> Waiting { get; } = [Open, AskedBack];

    public static StateMachine<QuestionState, QuestionVerb> Table { get; } =
        new(
            "Question",
            Words,
            Words,
            Row(QuestionVerb.Ask, [], Open, Askers, "The case is open"),
            Row(
                QuestionVerb.FollowUp,
                [Open, AskedBack, Answered],
                Open,
                Askers,
                "Only whoever asked; the case is open. The clock starts again unless it still runs"
            ),
            Row(
                QuestionVerb.Answer,
                [Open, AskedBack, Answered],
                Answered,
                Answerers,
                "The role that has the case, or the team manager"
            ),
            Row(
                QuestionVerb.AskBack,
                [Open],
                AskedBack,
                Answerers,
                "The role that has the case, or the team manager"
            ),
            Row(QuestionVerb.Settle, [Answered], Settled, Askers, "Only whoever asked"),
            Row(QuestionVerb.Withdraw, [Open, AskedBack], Withdrawn, Askers, "Only whoever asked")
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(QuestionState state) =>
        state switch
        {
            Open => "open",
            AskedBack => "waiting for the one who asked",
            Answered => "answered",
            Settled => "settled",
            _ => "taken back",
        };

    /// <summary>An act as it follows «you cannot …».</summary>
    public static string Words(QuestionVerb verb) =>
        verb switch
        {
            QuestionVerb.Ask => "ask a question",
            QuestionVerb.FollowUp => "write more to a question",
            QuestionVerb.Answer => "answer a question",
            QuestionVerb.AskBack => "ask back",
            QuestionVerb.Settle => "say that a question is settled",
            _ => "take a question back",
        };

    private static Transition<QuestionState, QuestionVerb> Row(
        QuestionVerb verb,
        IReadOnlyList<QuestionState> from,
        QuestionState to,
        IReadOnlyList<Role> by,
        string guard
    ) => new("R-ASK-01", verb, from, to, by, guard);
}
