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
}

/// <summary>The state table of a check.</summary>
public static class CheckMachine
{
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
                [Role.Assessor],
                "Consent where the kind asks for it"
            ),
            new(
                "R-ASSESS-02",
                CheckVerb.Chase,
                [Requested],
                null,
                [Role.Assessor],
                "It was asked for and is not in"
            ),
            new(
                "R-VAL-05",
                CheckVerb.Record,
                [Needed, Requested],
                Received,
                [Role.Assessor],
                "Received date, outcome, reviewer; for a DBS also the certificate and the barred list"
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
                "The application has ended"
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
            _ => "cancel this check",
        };
}
