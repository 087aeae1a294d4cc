using static Foster.Web.Foundation.Clock.Counting;

namespace Foster.Web.Foundation.Clock;

// Temporary approval and the schemes beside it.
public static partial class DeadlineRules
{
    public static readonly DeadlineLine TemporaryApprovalEnds = new DeadlineRule(
        "R-TEMP-01",
        "Last day of a temporary approval",
        "the day the temporary approval started",
        "CPR 24(1)",
        RuleForce.Reg,
        Confidence.V2
    ).Only(WeeksIncludingFirstDay, 16);

    public static readonly DeadlineLine ExtendedTemporaryApprovalEnds = new DeadlineRule(
        "R-TEMP-04",
        "Last day of a temporary approval extended once",
        "the day the temporary approval started",
        "CPR 25(1)(a) and (2)",
        RuleForce.Reg,
        Confidence.V1
    ).Only(WeeksIncludingFirstDay, 24);

    private static readonly DeadlineRule TemporaryPlan = new(
        "R-TEMP-08",
        "Plan for a temporary approval, counted back from its end",
        "the day the temporary approval started",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    );

    public static readonly DeadlineLine TemporaryChecksSent = TemporaryPlan.Line(
        "checks-sent",
        "DBS, medical and council checks sent",
        WeeksAfter,
        1
    );

    public static readonly DeadlineLine TemporaryStagesOpen = TemporaryPlan.Line(
        "stages-open",
        "Stage 1 and stage 2 both open",
        WeeksAfter,
        2
    );

    public static readonly DeadlineLine TemporaryMidway = TemporaryPlan.Line(
        "midway",
        "Midway review",
        WeeksAfter,
        8
    );

    public static readonly DeadlineLine TemporaryDraftReport = TemporaryPlan.Line(
        "draft-report",
        "Draft report ready",
        WeeksAfter,
        10
    );

    public static readonly DeadlineLine TemporaryPlanObservations = TemporaryPlan.Line(
        "observations",
        "Applicant's observations in",
        WeeksAfter,
        12
    );

    public static readonly DeadlineLine TemporaryPlanPapers = TemporaryPlan.Line(
        "papers",
        "Panel papers out",
        WeeksAfter,
        13
    );

    public static readonly DeadlineLine TemporaryExtensionView = TemporaryPlan.Line(
        "extension-view",
        "If behind: panel's view on an extension booked",
        WeeksAfter,
        13
    );

    public static readonly DeadlineLine TemporaryPlanPanel = TemporaryPlan.Line(
        "panel",
        "Panel",
        WeeksAfter,
        14
    );

    public static readonly DeadlineLine TemporaryPlanDecision = TemporaryPlan.Line(
        "decision",
        "Decision of the agency decision maker",
        WeeksAfter,
        15
    );

    public static readonly DeadlineLine FosteringForAdoptionNotice = new DeadlineRule(
        "R-FFA-02",
        "Fostering for adoption ends after the carer's notice",
        "the day the written notice was received",
        "CPR 25A(3)",
        RuleForce.Reg,
        Confidence.U
    ).Only(DaysAfter, 28);

    private static readonly DeadlineRule Guardianship = new(
        "R-SGO-01",
        "A foster carer applying for special guardianship",
        "the day the child came to live with the carer",
        "our own policy",
        RuleForce.Act,
        Confidence.U
    );

    public static readonly DeadlineLine GuardianshipResidence = Guardianship.Line(
        "residence",
        "First day on which a carer may apply",
        YearsAfter,
        1
    );

    public static readonly DeadlineLine GuardianshipNotice = Guardianship.Line(
        "notice",
        "Notice to the council runs out",
        MonthsAfter,
        3,
        "the day of the written notice"
    );

    public static readonly DeadlineLine StayingPutEnds = new DeadlineRule(
        "R-SP-01",
        "Duties to a young person staying put end",
        "the young person's date of birth",
        "CA89 s.23CZA",
        RuleForce.Act,
        Confidence.V1
    ).Only(YearsAfter, 21);

    public static readonly DeadlineLine StayingPutDbs = new DeadlineRule(
        "R-SP-02",
        "DBS check of a young person staying put, before the 18th birthday",
        "the young person's date of birth",
        "Fostering Network",
        RuleForce.Prac,
        Confidence.V2
    ).Only(YearsAfter, 18);
}
