using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Connected.ConnectedState;

namespace Foster.Web.Features.Connected;

/// <summary>Where a family stands that asked about a child whom they know.</summary>
public enum ConnectedState
{
    New,
    Contacted,
    Assessing,
    Returned,
    Ended,
}

/// <summary>What is done with such a case.</summary>
public enum ConnectedVerb
{
    LogContact,
    LogAttempt,
    GoOn,
    Return,
    End,
    Withdraw,
}

/// <summary>The state table of a connected case (R-ENQ-11): the team manager owns it.</summary>
public static class ConnectedMachine
{
    /// <summary>States in which the family waits for us.</summary>
    public static IReadOnlyList<ConnectedState> Open { get; } = [New, Contacted, Assessing];

    public static StateMachine<ConnectedState, ConnectedVerb> Table { get; } =
        new(
            "Connected case",
            Words,
            Words,
            Row(
                ConnectedVerb.LogContact,
                [New],
                Contacted,
                "What was said",
                Role.TeamManager,
                Role.RecruitmentOfficer
            ),
            Row(
                ConnectedVerb.LogContact,
                [Contacted, Assessing],
                null,
                "A further contact",
                Role.TeamManager,
                Role.RecruitmentOfficer
            ),
            Row(
                ConnectedVerb.LogAttempt,
                Open,
                null,
                "They were not reached",
                Role.TeamManager,
                Role.RecruitmentOfficer
            ),
            Row(
                ConnectedVerb.GoOn,
                [Contacted],
                Assessing,
                "The reference of the child, never a name; whether they were placed",
                Role.TeamManager
            ),
            Row(ConnectedVerb.Return, [New, Contacted], Returned, "Reasons", Role.TeamManager),
            Row(ConnectedVerb.End, Open, Ended, "How it ended, with reasons", Role.TeamManager),
            // While a child may live with them already, an end is talked about and not pressed.
            Row(
                ConnectedVerb.Withdraw,
                [New, Contacted],
                Ended,
                "Always allowed, the same day; once they are assessed for the child by a call",
                "T-ENQ-10",
                Role.LinkHolder
            )
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(ConnectedState state) =>
        state switch
        {
            New => "waiting for the first conversation",
            Contacted => "waiting for the team manager’s decision",
            Assessing => "being assessed for the child",
            Returned => "back in general recruitment",
            _ => "ended",
        };

    private static string Words(ConnectedVerb verb) =>
        verb switch
        {
            ConnectedVerb.LogContact => "log a contact",
            ConnectedVerb.LogAttempt => "log an attempt",
            ConnectedVerb.GoOn => "begin the assessment for the child",
            ConnectedVerb.Return => "send it back to general recruitment",
            ConnectedVerb.Withdraw => "withdraw",
            _ => "end it",
        };

    private static Transition<ConnectedState, ConnectedVerb> Row(
        ConnectedVerb verb,
        IReadOnlyList<ConnectedState> from,
        ConnectedState? to,
        string guard,
        params Role[] by
    ) => Row(verb, from, to, guard, "R-ENQ-11", by);

    private static Transition<ConnectedState, ConnectedVerb> Row(
        ConnectedVerb verb,
        IReadOnlyList<ConnectedState> from,
        ConnectedState? to,
        string guard,
        string ruleId,
        params Role[] by
    ) => new(ruleId, verb, from, to, by, guard);
}
