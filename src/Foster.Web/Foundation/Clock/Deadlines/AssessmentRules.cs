using static Foster.Web.Foundation.Clock.Counting;

namespace Foster.Web.Foundation.Clock;

// Stages 1 and 2 of an assessment.
public static partial class DeadlineRules
{
    private const string AskedForChecks = "Whoever was asked for the check";

    private static readonly DeadlineRule Chasing = new(
        "R-ASSESS-02",
        "Stage 1 information chased",
        "the day the check was asked for",
        "FSR 26(1A)(a); the numbers are our own",
        RuleForce.Pol,
        Confidence.NA
    );

    public static readonly DeadlineLine FirstChase = Chasing
        .Line("first-chase", "Check chased for the first time", WorkingDaysAfter, 10)
        .WaitingFor(AskedForChecks);

    public static readonly DeadlineLine SecondChase = Chasing
        .Line("second-chase", "Check chased for the second time", WorkingDaysAfter, 20)
        .WaitingFor(AskedForChecks);

    public static readonly DeadlineLine ThirdChase = Chasing
        .Line(
            "third-chase",
            "Check chased for the third time, team manager told",
            WorkingDaysAfter,
            30
        )
        .WaitingFor(AskedForChecks);

    public static readonly DeadlineLine Stage1Decision = new DeadlineRule(
        "R-ASSESS-06",
        "Stage 1 decision notified",
        "the day the last stage 1 information was received",
        "FSR 26(1C)",
        RuleForce.Reg,
        Confidence.V2
    ).Only(WorkingDaysAfter, 10);

    public static readonly DeadlineLine Observations = new DeadlineRule(
        "R-ASSESS-12",
        "Applicant's observations on the report",
        "the day the report was sent",
        "FSR 26(4)",
        RuleForce.Reg,
        Confidence.V2
    ).Only(WorkingDaysAfter, 10);

    public static readonly DeadlineLine MidwayReview = new DeadlineRule(
        "R-ASSESS-18",
        "Midway review of stage 2",
        "the day stage 2 started",
        "West London, Medway",
        RuleForce.Prac,
        Confidence.V2
    ).Only(MonthsAfter, 2);
}
