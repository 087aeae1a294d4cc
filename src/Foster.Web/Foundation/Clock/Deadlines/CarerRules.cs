using static Foster.Web.Foundation.Clock.Counting;

namespace Foster.Web.Foundation.Clock;

// Supervision, home, learning and renewals of approved carers.
public static partial class DeadlineRules
{
    private static readonly DeadlineRule Supervisors = new(
        "R-SUP-01",
        "Supervising social worker",
        "the day of the last unannounced visit, or of approval",
        "NMS 21.8",
        RuleForce.Nms,
        Confidence.V1
    );

    public static readonly DeadlineLine UnannouncedVisit = Supervisors
        .Line("unannounced", "Unannounced visit", MonthsAfter, 12, tuning: Tuning.ShorterOnly)
        .Unannounced();

    public static readonly DeadlineLine SupervisorNamed = Supervisors.Line(
        "allocated",
        "Supervising social worker named",
        WorkingDaysAfter,
        5,
        "the day of approval",
        force: RuleForce.Pol
    );

    private static readonly DeadlineRule Supervisions = new(
        "R-SUP-02",
        "Supervision",
        "the day of the last supervision, or of approval",
        "Ealing, Knowsley",
        RuleForce.Prac,
        Confidence.V2
    );

    public static readonly DeadlineLine SupervisionClose = Supervisions.Line(
        "close",
        "Supervision in the first year, or with concerns about a placement",
        WeeksAfter,
        4
    );

    public static readonly DeadlineLine Supervision = Supervisions.Line(
        "usual",
        "Supervision",
        WeeksAfter,
        6
    );

    public static readonly DeadlineLine SupervisionWithoutPlacement = Supervisions.Line(
        "no-placement",
        "Supervision while no child is placed",
        WeeksAfter,
        12
    );

    public static readonly DeadlineLine VisitWrittenUp = new DeadlineRule(
        "R-SUP-03",
        "Visit written up",
        "the day of the visit",
        "NMS 21; the number is our own",
        RuleForce.Pol,
        Confidence.NA
    ).Only(WorkingDaysAfter, 5);

    public static readonly DeadlineLine HomeInspection = new DeadlineRule(
        "R-HOME-01",
        "Home inspected without appointment",
        "the day of the last inspection, or of approval",
        "NMS 10.5",
        RuleForce.Nms,
        Confidence.V1
    )
        .Only(YearsAfter, 1)
        .Unannounced();

    public static readonly DeadlineLine HomeSafetyReview = new DeadlineRule(
        "R-HOME-02",
        "Health and safety checklist and safer caring policy reviewed",
        "the day of the last review",
        "Bracknell, Medway",
        RuleForce.Prac,
        Confidence.V2
    ).Only(YearsAfter, 1);

    public static readonly DeadlineLine InsuranceSeen = new DeadlineRule(
        "R-HOME-03",
        "Insurance seen again",
        "the day it was last seen",
        "Derby",
        RuleForce.Prac,
        Confidence.V2
    ).Only(YearsAfter, 1);

    private static readonly DeadlineRule NewAdults = new(
        "R-HOME-05",
        "A new adult in the household",
        "the day the service was told",
        "FSR Sch 5; the numbers are our own",
        RuleForce.Pol,
        Confidence.U
    );

    public static readonly DeadlineLine NewAdultChecks = NewAdults.Line(
        "checks",
        "DBS, council check and identity asked for",
        WorkingDaysAfter,
        10
    );

    public static readonly DeadlineLine NewAdultRiskAssessment = NewAdults.Line(
        "risk",
        "Interim risk assessment",
        EndOfWeek,
        0
    );

    private static readonly DeadlineRule Standards = new(
        "R-DEV-02",
        "Training, support and development standards evidenced",
        "the day of approval",
        "NMS 20",
        RuleForce.Nms,
        Confidence.V1
    );

    public static readonly DeadlineLine TrainingStandards = Standards.Line(
        "general",
        "Training, support and development standards evidenced",
        MonthsAfter,
        12
    );

    public static readonly DeadlineLine TrainingStandardsConnected = Standards.Line(
        "connected",
        "Training, support and development standards evidenced by a connected person",
        MonthsAfter,
        18
    );

    public static readonly DeadlineLine CourseRefresh = new DeadlineRule(
        "R-DEV-04",
        "Mandatory course taken again",
        "the day the course was last taken",
        "Coventry, Medway",
        RuleForce.Prac,
        Confidence.V2
    ).Only(YearsAfter, 3);

    private static readonly DeadlineRule DbsRenewals = new(
        "R-REN-01",
        "DBS check renewed",
        "the day the certificate was issued",
        "Wigan, East Riding, Barnet, Staffordshire",
        RuleForce.Prac,
        Confidence.V2
    );

    public static readonly DeadlineLine DbsRenewal = DbsRenewals.Line(
        "renewal",
        "DBS check renewed",
        YearsAfter,
        3
    );

    public static readonly DeadlineLine DbsStatusCheck = DbsRenewals.Line(
        "update-service",
        "DBS Update Service status checked",
        YearsAfter,
        1,
        "the day the status was last checked",
        force: RuleForce.Pol
    );

    public static readonly DeadlineLine HouseholdMemberComesOfAge = new DeadlineRule(
        "R-REN-02",
        "DBS asked for before a young person in the household comes of age",
        "the young person's date of birth",
        "Foster carer handbooks",
        RuleForce.Prac,
        Confidence.V2
    ).Only(YearsAfter, 18);

    public static readonly DeadlineLine MedicalUpdate = new DeadlineRule(
        "R-REN-03",
        "Medical update",
        "the day of the last medical report",
        "CoramBAAF, Staffordshire, East Riding",
        RuleForce.Prac,
        Confidence.V2
    ).Only(YearsAfter, 3);

    public static readonly DeadlineLine CouncilChecksRepeated = new DeadlineRule(
        "R-REN-04",
        "Council checks repeated",
        "the day of the last council check",
        "Wigan, Barnet, Brighton",
        RuleForce.Prac,
        Confidence.V2
    ).Only(YearsAfter, 3);

    private static readonly DeadlineRule RenewalPacks = new(
        "R-REN-05",
        "Renewal packs",
        "the day the check runs out",
        "Brighton",
        RuleForce.Prac,
        Confidence.V2
    );

    public static readonly DeadlineLine RenewalPackSent = RenewalPacks.Line(
        "pack",
        "Renewal pack sent",
        MonthsBefore,
        4
    );

    public static readonly DeadlineLine RenewalFormsBack = RenewalPacks.Line(
        "forms",
        "Renewal forms back",
        WeeksAfter,
        3,
        "the day the pack was sent"
    );
}
