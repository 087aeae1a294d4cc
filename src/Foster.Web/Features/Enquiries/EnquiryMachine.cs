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
    NameOfficer,
    LookUp,
    RecordConcern,
    ClearConcern,
    NameAssessor,
    ChangeApplicants,
    AddToHousehold,
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
    TakeBack,
}

/// <summary>The state table of an enquiry.</summary>
public static partial class EnquiryMachine
{
    /// <summary>States in which somebody still owes the enquirer a next step.</summary>
    public static IReadOnlyList<EnquiryState> Open { get; } =
    [Received, Contacted, InfoSent, EoiReceived, VisitScheduled, VisitCompleted];

    private static readonly Role[] Desk =
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
                Desk
            ),
            Row(
                "T-ENQ-01",
                EnquiryVerb.LogContact,
                [Contacted, InfoSent, EoiReceived, VisitScheduled, VisitCompleted],
                null,
                "A further contact",
                Desk
            ),
            Row("T-ENQ-01", EnquiryVerb.LogAttempt, Open, null, "They were not reached", Desk),
            Row(
                "T-ENQ-02",
                EnquiryVerb.SendPack,
                [Contacted],
                InfoSent,
                "The version of the pack",
                Desk
            ),
            Row(
                "T-ENQ-03",
                EnquiryVerb.ExpressInterest,
                [InfoSent],
                EoiReceived,
                "The form is complete, the privacy notice acknowledged, the question about connections answered; an officer records it on their behalf",
                [Role.LinkHolder, Role.ProspectiveCarer, .. Desk]
            ),
            Row("R-ENQ-10", EnquiryVerb.LookUp, Open, null, "They know of it; the outcome", Desk),
            Row(
                "R-ENQ-10",
                EnquiryVerb.RecordConcern,
                Open,
                null,
                "What the concern is",
                [.. Desk, Role.Assessor]
            ),
            Row(
                "R-ENQ-10",
                EnquiryVerb.ClearConcern,
                [.. Open, Withdrawn],
                null,
                "A concern stands; reasons",
                Role.TeamManager
            ),
            Row(
                "R-ENQ-01",
                EnquiryVerb.NameOfficer,
                Open,
                null,
                "A recruitment officer of this council who is not part of the household",
                Role.RecruitmentOfficer,
                Role.TeamManager
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
                "R-ENQ-06",
                EnquiryVerb.ChangeApplicants,
                Open,
                null,
                "Whether they enquire alone or with a partner; reasons",
                [.. Desk, Role.Assessor]
            ),
            Row(
                "R-VAL-01",
                EnquiryVerb.AddToHousehold,
                Open,
                null,
                "Who lives there as well",
                [.. Desk, Role.Assessor]
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
                Role.Assessor,
                Role.TeamManager
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
                Desk
            ),
            Row("T-ENQ-07", EnquiryVerb.CloseDuplicate, Open, Duplicate, "A reason", Desk),
            Row(
                "T-ENQ-07",
                EnquiryVerb.RerouteConnected,
                Open,
                ReroutedConnected,
                "A reason",
                Desk
            ),
            Row(
                "R-ENQ-11",
                EnquiryVerb.RerouteConnected,
                [Received],
                ReroutedConnected,
                "They said in the enquiry that they know the child",
                Role.Anyone,
                Role.System
            ),
            Row(
                "R-ENQ-11",
                EnquiryVerb.TakeBack,
                [ReroutedConnected],
                Received,
                "It was not about one child; reasons",
                Role.TeamManager
            ),
            Row(
                "T-ENQ-07",
                EnquiryVerb.RedirectPrivateFostering,
                Open,
                RedirectedPrivateFostering,
                "A reason",
                Desk
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
                Desk
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
                Desk
            )
        );

    private static Transition<EnquiryState, EnquiryVerb> Row(
        string ruleId,
        EnquiryVerb verb,
        IReadOnlyList<EnquiryState> from,
        EnquiryState? to,
        string guard,
        params Role[] by
    ) => new(ruleId, verb, from, to, by, guard);
}
