using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Assessment.CheckState;

namespace Foster.Web.Features.Assessment;

/// <summary>How far a check has got.</summary>
public enum CheckState
{
    Needed,
    Requested,
    Received,
    Cancelled,
}

/// <summary>What people do with a check.</summary>
public enum CheckVerb
{
    Request,
    Chase,
    Record,
    Reopen,
    Cancel,
    LeaveOut,
}

/// <summary>The state table of a check.</summary>
public static class CheckMachine
{
    /// <summary>The team manager only for a day that lies longer back (§10.5).</summary>
    private static readonly Role[] Workers = [Role.Assessor, Role.TeamManager];

    public static StateMachine<CheckState, CheckVerb> Table { get; } =
        new(
            "Check",
            Words,
            Words,
            new(
                "R-ASSESS-02",
                CheckVerb.Request,
                [Needed],
                Requested,
                Workers,
                "Consent where the kind asks for it; the team manager only for a day that lies longer back (R-VAL-04)"
            ),
            new(
                "R-ASSESS-02",
                CheckVerb.Chase,
                [Requested],
                null,
                Workers,
                "It was asked for and is not in; the team manager only for a day that lies longer back (R-VAL-04)"
            ),
            new(
                "R-VAL-05",
                CheckVerb.Record,
                [Needed, Requested],
                Received,
                Workers,
                "Received date, outcome, reviewer; for a DBS also the certificate and the barred list; the team manager only for a day that lies longer back (R-VAL-04)"
            ),
            new(
                "R-ASSESS-06",
                CheckVerb.Reopen,
                [Received],
                Requested,
                [Role.TeamManager],
                "A reason; the clock goes on"
            ),
            new(
                "T-APP-23",
                CheckVerb.Cancel,
                [Needed, Requested],
                Cancelled,
                [Role.System],
                "The application has ended, or the approval elsewhere lies longer back or was recorded by mistake"
            ),
            new(
                "R-ELIG-07",
                CheckVerb.LeaveOut,
                [Needed, Requested],
                Cancelled,
                Workers,
                "The animal is not at home any more; a reason"
            )
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(CheckState state) =>
        state switch
        {
            Needed => "not asked for yet",
            Requested => "asked for",
            Received => "received",
            _ => "cancelled",
        };

    /// <summary>A state as it stands in a tag.</summary>
    public static string Tag(CheckState state) =>
        state switch
        {
            Needed => "Not started",
            Requested => "Waiting",
            Received => "Received",
            _ => "Cancelled",
        };

    /// <summary>An act as it follows «you cannot …».</summary>
    public static string Words(CheckVerb verb) =>
        verb switch
        {
            CheckVerb.Request => "ask for this check",
            CheckVerb.Chase => "chase this check",
            CheckVerb.Record => "record this check",
            CheckVerb.Reopen => "reopen this check",
            CheckVerb.LeaveOut => "leave out this check",
            _ => "cancel this check",
        };
}
