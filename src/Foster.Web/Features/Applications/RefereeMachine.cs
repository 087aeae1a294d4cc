using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Applications.RefereeState;

namespace Foster.Web.Features.Applications;

/// <summary>How far a referee has got.</summary>
public enum RefereeState
{
    Named,
    Asked,
    Answered,
    Declined,
    Unreachable,
    Replaced,
    Interviewed,
}

/// <summary>What people do about a referee.</summary>
public enum RefereeVerb
{
    Ask,
    Chase,
    Nudge,
    Answer,
    Decline,
    GiveUp,
    Replace,
    Interview,
}

/// <summary>The state table of a referee. What they wrote never takes the place of the interview (R-REF-01).</summary>
public static class RefereeMachine
{
    private static readonly Role[] Workers = [Role.Assessor, Role.TeamManager];

    /// <summary>States in which they count among those who can speak for the household.</summary>
    public static IReadOnlyList<RefereeState> Live { get; } = [Named, Asked, Answered, Interviewed];

    public static StateMachine<RefereeState, RefereeVerb> Table { get; } =
        new(
            "Referee",
            Words,
            Words,
            new(
                "R-REF-01",
                RefereeVerb.Ask,
                [Named, Unreachable],
                Asked,
                Workers,
                "Consent to CHK-13; from the decision to assess until the report is shared; an e-mail address for a link by e-mail"
            ),
            new(
                "R-ASSESS-02",
                RefereeVerb.Chase,
                [Asked],
                null,
                Workers,
                "They were asked and have not answered"
            ),
            new(
                "R-ASSESS-02",
                RefereeVerb.Nudge,
                [Asked],
                null,
                [Role.ProspectiveCarer],
                "Asked by e-mail; 7 days since the last message"
            ),
            new(
                "R-REF-05",
                RefereeVerb.Answer,
                [Asked],
                Answered,
                [Role.LinkHolder],
                "Every question that is not optional is answered"
            ),
            new(
                "R-REF-05",
                RefereeVerb.Decline,
                [Named, Asked],
                Declined,
                [Role.LinkHolder, .. Workers],
                "By link, or recorded by staff with a reason"
            ),
            new(
                "R-REF-05",
                RefereeVerb.Decline,
                [Answered],
                Declined,
                Workers,
                "They answered in writing and will not be interviewed; a reason"
            ),
            new(
                "R-REF-01",
                RefereeVerb.GiveUp,
                [Named, Asked, Answered],
                Unreachable,
                Workers,
                "A reason of 20 characters or more"
            ),
            new(
                "R-REF-04",
                RefereeVerb.Replace,
                [Declined, Unreachable],
                Replaced,
                [Role.ProspectiveCarer],
                "Somebody else who will do is named"
            ),
            new(
                "R-REF-01",
                RefereeVerb.Interview,
                [Named, Asked, Answered],
                Interviewed,
                Workers,
                "A written report of the interview; the team manager only for a day that lies longer back (R-VAL-04)"
            )
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(RefereeState state) =>
        state switch
        {
            Named => "named and not asked yet",
            Asked => "asked",
            Answered => "answered",
            Declined => "declined",
            Unreachable => "not reached",
            Replaced => "replaced",
            _ => "interviewed",
        };

    /// <summary>A state as it stands in a tag.</summary>
    public static string Tag(RefereeState state) =>
        state switch
        {
            Named => "Not asked yet",
            Asked => "Waiting",
            Answered => "Answered",
            Declined => "Declined",
            Unreachable => "Not reached",
            Replaced => "Replaced",
            _ => "Interviewed",
        };

    /// <summary>An act as it follows «you cannot …».</summary>
    public static string Words(RefereeVerb verb) =>
        verb switch
        {
            RefereeVerb.Ask => "ask this referee",
            RefereeVerb.Chase => "chase this referee",
            RefereeVerb.Nudge => "remind this person",
            RefereeVerb.Answer => "send this reference",
            RefereeVerb.Decline => "decline this reference",
            RefereeVerb.GiveUp => "record that this referee cannot be reached",
            RefereeVerb.Replace => "name somebody else in their place",
            _ => "record the interview with this referee",
        };
}
