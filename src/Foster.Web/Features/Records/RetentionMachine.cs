using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Records.RetentionState;

namespace Foster.Web.Features.Records;

public enum RetentionState
{
    Proposed,
    Confirmed,
    Erased,

    /// <summary>Proposed once, and then its time was not over after all.</summary>
    Withdrawn,
}

public enum RetentionVerb
{
    ProposeAgain,
    Confirm,
    Withdraw,
    Erase,
}

/// <summary>The state table of records whose time is over.</summary>
public static class RetentionMachine
{
    /// <summary>In which roles somebody may be who holds the duty of records officer.</summary>
    public static IReadOnlyList<Role> Officers { get; } =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.SupervisingSocialWorker,
        Role.TeamManager,
        Role.PanelAdviser,
        Role.Analyst,
    ];

    public static StateMachine<RetentionState, RetentionVerb> Table { get; } =
        new(
            "Records whose time is over",
            Words,
            Words,
            Row(
                RetentionVerb.Confirm,
                [Proposed],
                Confirmed,
                "The day has come, nothing is on hold, nobody waits for a copy; by the records officer",
                Officers
            ),
            Row(
                RetentionVerb.Withdraw,
                [Proposed, Confirmed],
                Withdrawn,
                "The time is not over any more",
                Role.System
            ),
            Row(
                RetentionVerb.ProposeAgain,
                [Withdrawn],
                Proposed,
                "The day has come again",
                Role.System
            ),
            Row(
                RetentionVerb.Erase,
                [Confirmed],
                Erased,
                "Still over, and nothing on hold",
                Role.System
            )
        );

    public static string Words(RetentionState state) =>
        state switch
        {
            Proposed => "proposed",
            Confirmed => "confirmed and waiting to be erased",
            Erased => "erased",
            _ => "kept on, since its time is not over",
        };

    public static string Words(RetentionVerb verb) =>
        verb switch
        {
            RetentionVerb.ProposeAgain => "propose it again",
            RetentionVerb.Confirm => "confirm that it is erased",
            RetentionVerb.Withdraw => "withdraw the proposal",
            _ => "erase it",
        };

    private static Transition<RetentionState, RetentionVerb> Row(
        RetentionVerb verb,
        IReadOnlyList<RetentionState> from,
        RetentionState to,
        string guard,
        params IReadOnlyList<Role> by
    ) => new("R-DP-11", verb, from, to, by, guard);
}
