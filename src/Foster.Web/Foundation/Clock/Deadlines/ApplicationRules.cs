using static Foster.Web.Foundation.Clock.Counting;

namespace Foster.Web.Foundation.Clock;

// Applications and transfers between services.
public static partial class DeadlineRules
{
    public static readonly DeadlineLine PanelRecommendation = new DeadlineRule(
        "R-APP-01",
        "Panel recommendation on an application",
        "the day the complete application was received",
        "NMS 14.4",
        RuleForce.Nms,
        Confidence.V1
    ).Only(MonthsAfter, 8);

    public static readonly DeadlineLine IncompleteApplicationReply = new DeadlineRule(
        "R-APP-02",
        "Applicant told what is missing from the application",
        "the day the incomplete application arrived",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    ).Only(WorkingDaysAfter, 5);

    public static readonly DeadlineLine DecisionToAssess = new DeadlineRule(
        "R-APP-03",
        "Decision whether to assess",
        "the day the complete application was received",
        "FSR 26(1), Medway",
        RuleForce.Prac,
        Confidence.V2
    ).Only(WorkingDaysAfter, 5);

    public static readonly DeadlineLine RefusedConsentDecision = new DeadlineRule(
        "R-APP-05",
        "Decision after a mandatory check was refused",
        "the day we knew of the refusal",
        "FSR 26(1A), our own policy",
        RuleForce.Pol,
        Confidence.NA
    ).Only(WorkingDaysAfter, 5);

    public static readonly DeadlineLine PartedReview = new DeadlineRule(
        "R-APP-06",
        "Team manager's review after a couple has parted",
        "the day the pause was recorded",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    ).Only(WorkingDaysAfter, 10);

    private static readonly DeadlineRule Targets = new(
        "R-APP-09",
        "Target durations of an assessment",
        "the day the complete application was received",
        "Medway, East Sussex, Liverpool, Wirral",
        RuleForce.Prac,
        Confidence.V2
    );

    public static readonly DeadlineLine Stage1Target = Targets.Line(
        "stage-1",
        "Stage 1 complete (target)",
        MonthsAfter,
        2
    );

    public static readonly DeadlineLine Stage2Target = Targets.Line(
        "stage-2",
        "Stage 2 complete (target)",
        MonthsAfter,
        4,
        "the day stage 2 started"
    );

    public static readonly DeadlineLine AssessmentTarget = Targets.Line(
        "whole",
        "Panel recommendation (target)",
        MonthsAfter,
        6
    );

    public static readonly DeadlineLine TransferMeeting = new DeadlineRule(
        "R-TRF-03",
        "Meeting about moving to another service with a child placed",
        "the day the placing authority received the notice",
        "Fostering Network protocol",
        RuleForce.Prac,
        Confidence.V2
    )
        .Only(DaysAfter, 28)
        .WaitingFor("The placing authority");

    public static readonly DeadlineLine FormerServiceLookBack = new DeadlineRule(
        "R-TRF-05",
        "Last day on which a reference from the former service must be asked for",
        "the day the approval elsewhere ended",
        "FSR 26(1A)(b) and (c)",
        RuleForce.Reg,
        Confidence.V1
    ).Only(MonthsAfter, 12);

    private static readonly DeadlineRule RecordsRequests = new(
        "R-TRF-06",
        "Another service given access to records",
        "the day the request was received",
        "FSR 26(1A)(e) and 32(6)",
        RuleForce.Reg,
        Confidence.V1
    );

    public static readonly DeadlineLine RecordsAccess = RecordsRequests.Only(WorkingDaysAfter, 15);

    /// <summary>The same duty binds us when we are asked.</summary>
    public static readonly DeadlineLine RecordsGiven = RecordsRequests
        .Line("given", "Another service given access to our records", WorkingDaysAfter, 15)
        .OutlivingItsCase();

    private static readonly DeadlineRule ServiceReferences = new(
        "R-TRF-07",
        "Reference from the former service",
        "the day the reference was asked for",
        "Fostering Network protocol",
        RuleForce.Prac,
        Confidence.V2
    );

    public static readonly DeadlineLine FormerServiceReference = ServiceReferences
        .Only(DaysAfter, 28)
        .WaitingFor("The former service");

    public static readonly DeadlineLine ReferenceGiven = ServiceReferences
        .Line(
            "given",
            "Reference given to another service",
            DaysAfter,
            28,
            "the day the request was received"
        )
        .OutlivingItsCase();
}
