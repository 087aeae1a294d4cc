using static Foster.Web.Foundation.Clock.Counting;

namespace Foster.Web.Foundation.Clock;

// Panel: papers, minutes and members.
public static partial class DeadlineRules
{
    public static readonly DeadlineLine CentralListNotice = new DeadlineRule(
        "R-PANEL-02",
        "A person leaves the central list",
        "the day written notice was given",
        "FSR 23(2) and (3)",
        RuleForce.Reg,
        Confidence.V1
    ).Only(MonthsAfter, 1);

    public static readonly DeadlineLine PanelPapers = new DeadlineRule(
        "R-PANEL-08",
        "Panel papers with members",
        "the day of the panel meeting",
        "NMS 14.3",
        RuleForce.Nms,
        Confidence.V1
    ).Only(WorkingDaysBefore, 5);

    public static readonly DeadlineLine ChairReport = new DeadlineRule(
        "R-PANEL-16",
        "Panel chair's report on the quality of reports",
        "the day of the last report",
        "NMS 14.2, Northamptonshire",
        RuleForce.Prac,
        Confidence.V2
    ).Only(MonthsAfter, 6);

    private static readonly DeadlineRule PanelMembers = new(
        "R-PANEL-17",
        "Panel members kept ready",
        "the day the member joined the central list",
        "NMS 23",
        RuleForce.Nms,
        Confidence.U
    );

    public static readonly DeadlineLine PanelInduction = PanelMembers.Line(
        "induction",
        "Panel member's induction",
        WeeksAfter,
        10
    );

    public static readonly DeadlineLine PanelAppraisal = PanelMembers.Line(
        "appraisal",
        "Panel member's appraisal",
        YearsAfter,
        1,
        "the day of the last appraisal, or of joining"
    );

    public static readonly DeadlineLine PanelTraining = PanelMembers.Line(
        "training",
        "Panel members' joint training",
        YearsAfter,
        1,
        "the day of the last joint training"
    );

    public static readonly DeadlineLine PanelMemberDbs = PanelMembers.Line(
        "dbs",
        "Panel member's DBS check renewed",
        YearsAfter,
        3,
        "the day the certificate was issued",
        force: RuleForce.Prac
    );

    public static readonly DeadlineLine PanelMinutes = new DeadlineRule(
        "R-PANEL-18",
        "Panel minutes final and with the decision maker",
        "the day of the panel meeting",
        "Sparks",
        RuleForce.Prac,
        Confidence.V2
    ).Only(WorkingDaysAfter, 5);
}
