using static Foster.Web.Foundation.Clock.Counting;

namespace Foster.Web.Foundation.Clock;

// Decision, notice, representations, terms and agreement.
public static partial class DeadlineRules
{
    public static readonly DeadlineLine DecisionMakerDecision = new DeadlineRule(
        "R-ADM-03",
        "Decision of the agency decision maker",
        "the day the recommendation and the final minutes had both arrived",
        "NMS 14.9",
        RuleForce.Nms,
        Confidence.V1
    ).Only(WorkingDaysAfter, 7);

    private static readonly DeadlineRule OutcomeTold = new(
        "R-ADM-04",
        "Outcome told",
        "the day of the decision",
        "NMS 14.10",
        RuleForce.Nms,
        Confidence.V2
    );

    public static readonly DeadlineLine OralOutcome = OutcomeTold.Line(
        "oral",
        "Outcome told by word of mouth",
        WorkingDaysAfter,
        2
    );

    public static readonly DeadlineLine WrittenOutcome = OutcomeTold.Line(
        "written",
        "Outcome sent in writing",
        WorkingDaysAfter,
        5
    );

    public static readonly DeadlineLine RepresentationsWindow = new DeadlineRule(
        "R-QD-02",
        "Written representations, or application to the independent review",
        "the date of the notice",
        "FSR 27(6)(b)",
        RuleForce.Reg,
        Confidence.V1
    ).Only(DaysAfter, 28);

    public static readonly DeadlineLine DecisionWithoutRepresentations = new DeadlineRule(
        "R-QD-03",
        "Final decision when nobody answered the notice",
        "the date of the notice",
        "FSR 27(8)",
        RuleForce.Reg,
        Confidence.U
    ).Only(DaysAfter, 29);

    public static readonly DeadlineLine IndependentReviewPapers = new DeadlineRule(
        "R-QD-05",
        "Papers sent to the independent review",
        "the day the independent review told the service",
        "FSR 29",
        RuleForce.Reg,
        Confidence.V1
    ).Only(WorkingDaysAfter, 10);

    public static readonly DeadlineLine IndependentReviewRecommendation = new DeadlineRule(
        "R-QD-06",
        "Recommendation of the independent review (its own aim)",
        "the day the application was made",
        "GOV.UK",
        RuleForce.Reg,
        Confidence.V1
    ).Only(MonthsAfter, 4);

    public static readonly DeadlineLine TerminationRepresentationsWindow = new DeadlineRule(
        "R-QD-08",
        "Representations on ending an approval or changing its terms",
        "the date of the notice",
        "FSR 28(7)",
        RuleForce.Reg,
        Confidence.V2
    ).Only(DaysAfter, 28);

    public static readonly DeadlineLine EmergencyOverTerms = new DeadlineRule(
        "R-TERMS-06",
        "Emergency placement outside the terms ends, or the terms are changed",
        "the day the placement started",
        "CPR 23",
        RuleForce.Reg,
        Confidence.V2
    ).Only(WorkingDaysAfter, 6);

    public static readonly DeadlineLine AgreementSigned = new DeadlineRule(
        "R-AGR-01",
        "Foster care agreement signed",
        "the day of approval",
        "FSR 27(5)(b); the number is our own",
        RuleForce.Pol,
        Confidence.NA
    ).Only(WorkingDaysAfter, 10);

    public static readonly DeadlineLine AgreementRenewed = new DeadlineRule(
        "R-AGR-03",
        "Foster care agreement signed again",
        "the day of the last signature",
        "Staffordshire, Brighton",
        RuleForce.Prac,
        Confidence.V2
    ).Only(YearsAfter, 1);
}
