using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Applications.TransferState;

namespace Foster.Web.Features.Applications;

/// <summary>How far the move of somebody who fosters for another service has got (§3.2).</summary>
public enum TransferState
{
    Opened,
    ServiceTold,
    NoticeGiven,
    MeetingHeld,
    EndRecorded,
    Stopped,
}

/// <summary>What is recorded of a move.</summary>
public enum TransferVerb
{
    TellService,
    GiveNotice,
    HoldMeeting,
    RecordEnd,
    ChangePlacement,
    Stop,
    Reopen,
}

/// <summary>The state table of a move between services.</summary>
public static class TransferMachine
{
    private static readonly Role[] Workers =
    [
        Role.RecruitmentOfficer,
        Role.Assessor,
        Role.TeamManager,
    ];

    public static StateMachine<TransferState, TransferVerb> Table { get; } =
        new(
            "Transfer from another service",
            Words,
            Words,
            Row(
                "R-TRF-02",
                TransferVerb.TellService,
                [Opened],
                ServiceTold,
                "No child is placed with them"
            ),
            Row(
                "R-TRF-03",
                TransferVerb.GiveNotice,
                [Opened],
                NoticeGiven,
                "A child is placed with them; starts 28 days for the meeting"
            ),
            Row(
                "R-TRF-04",
                TransferVerb.HoldMeeting,
                [NoticeGiven],
                MeetingHeld,
                "Who was there, and what came of it"
            ),
            Row(
                "R-TRF-01",
                TransferVerb.RecordEnd,
                [ServiceTold, NoticeGiven, MeetingHeld, EndRecorded],
                EndRecorded,
                "With a child placed: after the meeting, or the carer wants the placement to end"
            ),
            Row(
                "R-TRF-03",
                TransferVerb.ChangePlacement,
                [Opened, ServiceTold, NoticeGiven, MeetingHeld],
                Opened,
                "Children are placed who were not, or no longer"
            ),
            Row(
                "R-ENQ-12",
                TransferVerb.Stop,
                [Opened, ServiceTold, NoticeGiven, MeetingHeld, EndRecorded],
                Stopped,
                "It is no transfer (any more), with reasons"
            ),
            Row(
                "R-ENQ-12",
                TransferVerb.Reopen,
                [Stopped],
                Opened,
                "It was stopped by mistake, or is a transfer again, with reasons; every step is recorded anew"
            )
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(TransferState state) =>
        state switch
        {
            Opened => "opened",
            ServiceTold => "known to the current service",
            NoticeGiven => "with notice given",
            MeetingHeld => "with the meeting held",
            EndRecorded => "with the end of the old approval recorded",
            _ => "stopped",
        };

    /// <summary>A state as it stands in a tag.</summary>
    public static string Tag(TransferState state) =>
        state switch
        {
            Opened => "Opened",
            ServiceTold => "Service told",
            NoticeGiven => "Notice given",
            MeetingHeld => "Meeting held",
            EndRecorded => "End recorded",
            _ => "Stopped",
        };

    /// <summary>An act as it follows «you cannot …».</summary>
    public static string Words(TransferVerb verb) =>
        verb switch
        {
            TransferVerb.TellService => "record that the current service was told",
            TransferVerb.GiveNotice => "record the notice",
            TransferVerb.HoldMeeting => "record the meeting",
            TransferVerb.RecordEnd => "record the end of the old approval",
            TransferVerb.ChangePlacement => "change whether a child is placed",
            TransferVerb.Stop => "stop the transfer",
            _ => "take up the transfer again",
        };

    private static Transition<TransferState, TransferVerb> Row(
        string rule,
        TransferVerb verb,
        IReadOnlyList<TransferState> from,
        TransferState to,
        string guard
    ) => new(rule, verb, from, to, Workers, guard);
}
