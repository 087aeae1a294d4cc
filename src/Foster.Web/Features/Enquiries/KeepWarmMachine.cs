using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Enquiries.KeepWarmState;

namespace Foster.Web.Features.Enquiries;

public enum KeepWarmState
{
    /// <summary>They are heard of, and their next day is still to come.</summary>
    Waiting,

    /// <summary>They were asked and have not answered; the rhythm goes on until silence ends it.</summary>
    Asked,
    Enquired,
    Stopped,

    /// <summary>Ended by long silence.</summary>
    Lapsed,
}

public enum KeepWarmVerb
{
    Ask,
    Think,
    Later,
    Enquire,
    Stop,
    Lapse,
}

/// <summary>The state table of somebody who is asked again later.</summary>
public static class KeepWarmMachine
{
    private static readonly Role[] Themselves = [Role.LinkHolder, Role.Anyone];

    /// <summary>They themselves, or staff to whom they said it.</summary>
    private static readonly Role[] AlsoStaff =
    [
        .. Themselves,
        Role.RecruitmentOfficer,
        Role.TeamManager,
    ];

    /// <summary>States in which they still agree to be asked.</summary>
    public static IReadOnlyList<KeepWarmState> Live { get; } = [Waiting, Asked];

    public static StateMachine<KeepWarmState, KeepWarmVerb> Table { get; } =
        new(
            "Asked again later",
            Words,
            Words,
            Row(
                KeepWarmVerb.Ask,
                Live,
                Asked,
                [Role.System],
                "The day of their rhythm has come, and they were heard of within 24 months"
            ),
            Row(KeepWarmVerb.Think, Live, Waiting, AlsoStaff, "They say that it is not time yet"),
            Row(
                KeepWarmVerb.Later,
                Live,
                Waiting,
                AlsoStaff,
                "They choose another month or another rhythm"
            ),
            Row(
                KeepWarmVerb.Enquire,
                Live,
                Enquired,
                [.. AlsoStaff, Role.HubWorker, Role.System],
                "Their enquiry was taken"
            ),
            Row(KeepWarmVerb.Stop, Live, Stopped, AlsoStaff, "They no longer agree"),
            Row(KeepWarmVerb.Lapse, Live, Lapsed, [Role.System], "24 months of silence")
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(KeepWarmState state) =>
        state switch
        {
            Waiting => "waiting for its day",
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
            KeepWarmVerb.Think => "say that it is not time yet",
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
