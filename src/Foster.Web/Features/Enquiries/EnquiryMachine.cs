using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Enquiries.EnquiryState;

namespace Foster.Web.Features.Enquiries;

/// <summary>Where an enquiry stands (§10.1). The states after InvitedToApply are its ends without an invitation.</summary>
public enum EnquiryState
{
    Received,
    Contacted,
    InfoSent,
    EoiReceived,
    VisitScheduled,
    VisitCompleted,
    InvitedToApply,
    Declined,
    Withdrawn,
    NoContact,
    Duplicate,
    ReroutedConnected,
    RedirectedPrivateFostering,
}

/// <summary>What people do with an enquiry.</summary>
public enum EnquiryVerb
{
    LogContact,
    LogAttempt,
    SendPack,
    ExpressInterest,
    NameAssessor,
    ScheduleVisit,
    RecordVisit,
    Invite,
    Decline,
    CloseNoContact,
    CloseDuplicate,
    RerouteConnected,
    RedirectPrivateFostering,
    Withdraw,
    Reopen,
    UndoMerge,
}

/// <summary>The state table of an enquiry.</summary>
public static class EnquiryMachine
{
    /// <summary>States in which somebody still owes the enquirer a next step.</summary>
    public static IReadOnlyList<EnquiryState> Open { get; } =
    [Received, Contacted, InfoSent, EoiReceived, VisitScheduled, VisitCompleted];

    private static readonly Role[] Officers = [Role.RecruitmentOfficer, Role.HubWorker];
    private static readonly Role[] Closers =
    [
        Role.RecruitmentOfficer,
        Role.HubWorker,
        Role.TeamManager,
    ];

    public static StateMachine<EnquiryState, EnquiryVerb> Table { get; } =
        new(
            "Enquiry",
            Words,
            Words,
            Row(
                "T-ENQ-01",
                EnquiryVerb.LogContact,
                [Received],
                Contacted,
                "What was said and its outcome",
                Officers
            ),
            Row(
                "T-ENQ-01",
                EnquiryVerb.LogContact,
                [Contacted, InfoSent, EoiReceived, VisitScheduled, VisitCompleted],
                null,
                "A further contact",
                Officers
            ),
            Row("T-ENQ-01", EnquiryVerb.LogAttempt, Open, null, "They were not reached", Officers),
            Row(
                "T-ENQ-02",
                EnquiryVerb.SendPack,
                [Contacted],
                InfoSent,
                "The version of the pack",
                Officers
            ),
            Row(
                "T-ENQ-03",
                EnquiryVerb.ExpressInterest,
                [InfoSent],
                EoiReceived,
                "The form is complete, the privacy notice acknowledged, the question about connections answered; an officer records it on their behalf",
                Role.LinkHolder,
                Role.ProspectiveCarer,
                Role.RecruitmentOfficer,
                Role.HubWorker
            ),
            Row(
                "R-ENQ-05",
                EnquiryVerb.NameAssessor,
                [EoiReceived, VisitScheduled],
                null,
                "An assessor of this council who is not part of the household",
                Role.RecruitmentOfficer,
                Role.TeamManager
            ),
            Row(
                "T-ENQ-04",
                EnquiryVerb.ScheduleVisit,
                [EoiReceived],
                VisitScheduled,
                "An appointment, an assessor, an interpreter if needed",
                Role.RecruitmentOfficer,
                Role.Assessor
            ),
            Row(
                "T-ENQ-04",
                EnquiryVerb.ScheduleVisit,
                [VisitScheduled],
                null,
                "Another appointment for the same visit",
                Role.RecruitmentOfficer,
                Role.Assessor
            ),
            Row(
                "T-ENQ-05",
                EnquiryVerb.RecordVisit,
                [VisitScheduled],
                VisitCompleted,
                "The record is complete; both partners were seen",
                Role.Assessor
            ),
            Row(
                "T-ENQ-06",
                EnquiryVerb.Invite,
                [VisitCompleted],
                EnquiryState.InvitedToApply,
                "The outcome with reasons",
                Role.TeamManager
            ),
            Row(
                "T-ENQ-07",
                EnquiryVerb.Decline,
                Open,
                Declined,
                "Reasons; a letter goes out",
                Role.TeamManager
            ),
            Row(
                "T-ENQ-07",
                EnquiryVerb.CloseNoContact,
                Open,
                NoContact,
                "Three attempts on different days over ten working days",
                Closers
            ),
            Row("T-ENQ-07", EnquiryVerb.CloseDuplicate, Open, Duplicate, "A reason", Closers),
            Row(
                "T-ENQ-07",
                EnquiryVerb.RerouteConnected,
                Open,
                ReroutedConnected,
                "A reason",
                Closers
            ),
            Row(
                "T-ENQ-07",
                EnquiryVerb.RedirectPrivateFostering,
                Open,
                RedirectedPrivateFostering,
                "A reason",
                Closers
            ),
            Row(
                "T-ENQ-10",
                EnquiryVerb.Withdraw,
                Open,
                Withdrawn,
                "Always allowed, the same day",
                Role.LinkHolder,
                Role.ProspectiveCarer
            ),
            Row(
                "T-ENQ-07",
                EnquiryVerb.Withdraw,
                Open,
                Withdrawn,
                "A reason; recorded on the enquirer's behalf",
                Closers
            ),
            Row(
                "T-ENQ-08",
                EnquiryVerb.Reopen,
                [NoContact, Withdrawn],
                Contacted,
                "Within six months of closing",
                Role.RecruitmentOfficer
            ),
            Row(
                "R-ENQ-14",
                EnquiryVerb.UndoMerge,
                [Duplicate],
                null,
                "It was merged within the last six months; reasons; it stands again as it did",
                Closers
            )
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(EnquiryState state) =>
        state switch
        {
            Received => "received and waiting for first contact",
            Contacted => "waiting for the information pack",
            InfoSent => "waiting for the expression of interest",
            EoiReceived => "waiting for a visit to be arranged",
            VisitScheduled => "waiting for the visit",
            VisitCompleted => "waiting for the outcome of the visit",
            EnquiryState.InvitedToApply => "invited to apply",
            Declined => "declined",
            Withdrawn => "withdrawn",
            NoContact => "closed without contact",
            Duplicate => "closed as a duplicate",
            ReroutedConnected => "moved to the road for family and friends",
            _ => "redirected to private fostering",
        };

    /// <summary>A state as a heading or status.</summary>
    public static string Title(EnquiryState state) =>
        state switch
        {
            Received => "New",
            Contacted => "Contacted",
            InfoSent => "Pack sent",
            EoiReceived => "Interest expressed",
            VisitScheduled => "Visit booked",
            VisitCompleted => "Visit done",
            EnquiryState.InvitedToApply => "Invited to apply",
            Declined => "Declined",
            Withdrawn => "Withdrawn",
            NoContact => "Closed, no contact",
            Duplicate => "Closed, duplicate",
            ReroutedConnected => "Family and friends",
            _ => "Private fostering",
        };

    /// <summary>An act as it follows «you cannot …».</summary>
    public static string Words(EnquiryVerb verb) =>
        verb switch
        {
            EnquiryVerb.LogContact => "log a contact",
            EnquiryVerb.LogAttempt => "log an attempt to call",
            EnquiryVerb.SendPack => "record the information pack",
            EnquiryVerb.ExpressInterest => "express an interest",
            EnquiryVerb.NameAssessor => "name the assessor for the visit",
            EnquiryVerb.ScheduleVisit => "arrange the visit",
            EnquiryVerb.RecordVisit => "record the visit",
            EnquiryVerb.Invite => "invite to apply",
            EnquiryVerb.Decline => "decline",
            EnquiryVerb.CloseNoContact => "close an enquiry without contact",
            EnquiryVerb.CloseDuplicate => "close an enquiry as a duplicate",
            EnquiryVerb.RerouteConnected => "move an enquiry to the road for family and friends",
            EnquiryVerb.RedirectPrivateFostering => "redirect an enquiry to private fostering",
            EnquiryVerb.Withdraw => "withdraw an enquiry",
            EnquiryVerb.UndoMerge => "undo a merge",
            _ => "reopen an enquiry",
        };

    private static Transition<EnquiryState, EnquiryVerb> Row(
        string ruleId,
        EnquiryVerb verb,
        IReadOnlyList<EnquiryState> from,
        EnquiryState? to,
        string guard,
        params Role[] by
    ) => new(ruleId, verb, from, to, by, guard);
}
