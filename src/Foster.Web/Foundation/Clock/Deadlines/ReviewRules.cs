using static Foster.Web.Foundation.Clock.Counting;

namespace Foster.Web.Foundation.Clock;

// Reviews, and the end of an approval.
public static partial class DeadlineRules
{
    private static readonly DeadlineRule Reviews = new(
        "R-REV-01",
        "Review and decision on suitability",
        "the day of approval",
        "FSR 28(2)",
        RuleForce.Reg,
        Confidence.V2
    );

    public static readonly DeadlineLine FirstReviewDecision = Reviews.Line(
        "first",
        "First review decided",
        YearsAfter,
        1
    );

    public static readonly DeadlineLine LaterReview = Reviews.Line(
        "later",
        "Next review",
        YearsAfter,
        1,
        "the day of the last review meeting"
    );

    public static readonly DeadlineLine FirstReviewMeeting = new DeadlineRule(
        "R-REV-02",
        "First review meeting (target)",
        "the day of approval",
        "Wakefield",
        RuleForce.Prac,
        Confidence.V2
    ).Only(MonthsAfter, 10);

    public static readonly DeadlineLine InactivityReview = new DeadlineRule(
        "R-REV-07",
        "Review because no child was placed for a long time",
        "the day the last placement ended",
        "Wirral",
        RuleForce.Prac,
        Confidence.V2
    ).Only(MonthsAfter, 12);

    public static readonly DeadlineLine PanelAfterEnquiry = new DeadlineRule(
        "R-REV-08",
        "Panel after a child protection enquiry",
        "the day the enquiry ended",
        "East Riding",
        RuleForce.Prac,
        Confidence.V2
    ).Only(WeeksAfter, 6);

    public static readonly DeadlineLine ResignationEnds = new DeadlineRule(
        "R-END-01",
        "Approval ends after resignation",
        "the day the written notice was received",
        "FSR 28(13)",
        RuleForce.Reg,
        Confidence.V2
    ).Only(DaysAfter, 28);

    public static readonly DeadlineLine RetentionTalk = new DeadlineRule(
        "R-END-03",
        "Talk with a carer who thinks of leaving",
        "the day the carer said so",
        "Walsall",
        RuleForce.Prac,
        Confidence.V2
    ).Only(WorkingDaysAfter, 2);

    public static readonly DeadlineLine ResignationAcknowledged = new DeadlineRule(
        "R-END-04",
        "Resignation acknowledged in writing with the end date",
        "the day the written notice was received",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    ).Only(WorkingDaysAfter, 1);

    public static readonly DeadlineLine ExitInterview = new DeadlineRule(
        "R-END-10",
        "Exit interview offered",
        "the day the written notice was received",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    ).Only(WorkingDaysAfter, 10);

    public static readonly DeadlineLine NoPlacementContact = new DeadlineRule(
        "R-RET-01",
        "Support contact with a carer without a placement",
        "the day the last placement ended",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    ).Only(MonthsAfter, 3);
}
