using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Enquiries.KeepWarmState;

namespace Foster.Web.Features.Enquiries;

public enum KeepWarmState
{
    /// <summary>Their month is still to come.</summary>
    Waiting,

    /// <summary>They were asked and have not answered.</summary>
    Asked,
    Enquired,
    Stopped,

    /// <summary>Ended by long silence.</summary>
    Lapsed,
}

public enum KeepWarmVerb
{
    Ask,
    Later,
    Enquire,
    Stop,
    Lapse,
}

/// <summary>The state table of somebody who is asked again later.</summary>
public static class KeepWarmMachine
{
    private static readonly Role[] Themselves = [Role.LinkHolder, Role.Anyone];

    /// <summary>States in which they still agree to be asked.</summary>
    public static IReadOnlyList<KeepWarmState> Live { get; } = [Waiting, Asked];

    public static StateMachine<KeepWarmState, KeepWarmVerb> Table { get; } =
        new(
            "Asked again later",
            Words,
            Words,
            Row(KeepWarmVerb.Ask, [Waiting], Asked, [Role.System], "Their month has come"),
            Row(KeepWarmVerb.Later, Live, Waiting, Themselves, "They choose another month"),
            Row(
                KeepWarmVerb.Enquire,
                Live,
                Enquired,
                [
                    .. Themselves,
                    Role.RecruitmentOfficer,
                    Role.TeamManager,
                    Role.HubWorker,
                    Role.System,
                ],
                "Their enquiry was taken"
            ),
            Row(
                KeepWarmVerb.Stop,
                Live,
                Stopped,
                [.. Themselves, Role.RecruitmentOfficer, Role.TeamManager],
                "They no longer agree"
            ),
            Row(KeepWarmVerb.Lapse, [Waiting, Asked], Lapsed, [Role.System], "24 months of silence")
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(KeepWarmState state) =>
        state switch
        {
            Waiting => "waiting for its month",
            Asked => "asked and not answered",
            Enquired => "an enquiry now",
            Stopped => "stopped by them",
            _ => "ended by silence",
        };

    /// <summary>An act as it follows «you cannot …».</summary>
    public static string Words(KeepWarmVerb verb) =>
        verb switch
        {
            KeepWarmVerb.Ask => "ask them",
            KeepWarmVerb.Later => "choose another month",
            KeepWarmVerb.Enquire => "enquire",
            KeepWarmVerb.Stop => "end the consent",
            _ => "let it end",
        };

    private static Transition<KeepWarmState, KeepWarmVerb> Row(
        KeepWarmVerb verb,
        IReadOnlyList<KeepWarmState> from,
        KeepWarmState to,
        IReadOnlyList<Role> by,
        string guard
    ) => new("M-HUB-10", verb, from, to, by, guard);
}
