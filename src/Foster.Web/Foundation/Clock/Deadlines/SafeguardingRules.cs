using static Foster.Web.Foundation.Clock.Counting;

namespace Foster.Web.Foundation.Clock;

// Events, allegations and complaints.
public static partial class DeadlineRules
{
    public static readonly DeadlineLine NotifiableEvent = new DeadlineRule(
        "R-NOT-01",
        "Notifiable event told to those who must know",
        "the moment of the event",
        "NMS 29.1 and 29.2",
        RuleForce.Nms,
        Confidence.V1
    ).Only(Hours, 24);

    public static readonly DeadlineLine SafeguardingNotification = new DeadlineRule(
        "R-NOT-03",
        "National safeguarding notification",
        "the day of the event",
        "Manchester",
        RuleForce.Pol,
        Confidence.V2
    ).Only(WorkingDaysAfter, 5);

    public static readonly DeadlineLine MonitoringFigures = new DeadlineRule(
        "R-NOT-05",
        "Monitoring figures to panel and committee",
        "the day of the last figures",
        "FSR 35",
        RuleForce.Pol,
        Confidence.U
    ).Only(MonthsAfter, 3);

    public static readonly DeadlineLine AllegationReferral = new DeadlineRule(
        "R-ALL-02",
        "Allegation referred to the designated officer",
        "the day the allegation was made",
        "Working Together",
        RuleForce.Sg,
        Confidence.V2
    ).Only(WorkingDaysAfter, 1);

    private static readonly DeadlineRule OpenAllegations = new(
        "R-ALL-03",
        "Open allegation",
        "the day it was last looked at",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    );

    public static readonly DeadlineLine AllegationReview = OpenAllegations.Line(
        "review",
        "Open allegation looked at again by the team manager",
        WeeksAfter,
        4
    );

    public static readonly DeadlineLine AllegationEscalation = OpenAllegations.Line(
        "escalation",
        "Open allegation taken to senior management",
        MonthsAfter,
        3,
        "the day the allegation was made"
    );

    public static readonly DeadlineLine HoldReview = new DeadlineRule(
        "R-ALL-07",
        "Hold on new placements looked at again",
        "the day the hold started or was last looked at",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    ).Only(WeeksAfter, 4);

    private static readonly DeadlineRule Complaints = new(
        "R-CMP-01",
        "Complaint of a child or carer answered",
        "the day the complaint was received",
        "SI 2006/1738",
        RuleForce.Reg,
        Confidence.V2
    );

    public static readonly DeadlineLine ComplaintStage1 = Complaints.Line(
        "stage-1",
        "Complaint answered at stage 1",
        WorkingDaysAfter,
        10
    );

    public static readonly DeadlineLine ComplaintStage1Limit = Complaints.Line(
        "stage-1-limit",
        "Complaint answered at stage 1, the longest allowed",
        WorkingDaysAfter,
        20
    );

    public static readonly DeadlineLine ComplaintStage2 = Complaints.Line(
        "stage-2",
        "Complaint answered at stage 2",
        WorkingDaysAfter,
        25,
        "the day stage 2 was asked for"
    );

    public static readonly DeadlineLine ComplaintStage2Limit = Complaints.Line(
        "stage-2-limit",
        "Complaint answered at stage 2, the longest allowed",
        WorkingDaysAfter,
        65,
        "the day stage 2 was asked for"
    );

    public static readonly DeadlineLine ComplaintStage3 = Complaints.Line(
        "stage-3",
        "Complaint panel meets at stage 3",
        WorkingDaysAfter,
        30,
        "the day stage 3 was asked for"
    );
}
