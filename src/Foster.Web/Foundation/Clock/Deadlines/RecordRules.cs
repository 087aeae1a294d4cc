using static Foster.Web.Foundation.Clock.Counting;

namespace Foster.Web.Foundation.Clock;

// How long records are kept, and the rights of the people in them.
public static partial class DeadlineRules
{
    public static readonly DeadlineLine CarerRecordKept = new DeadlineRule(
        "R-REC-02",
        "Carer's case record and register entry kept",
        "the day the approval ended",
        "FSR 32(1)",
        RuleForce.Reg,
        Confidence.V1
    ).Only(KeepYears, 10);

    public static readonly DeadlineLine TemporaryRecordKept = new DeadlineRule(
        "R-REC-03",
        "Record of a temporarily approved person kept",
        "the day the placement ended",
        "FSR 32(2)",
        RuleForce.Reg,
        Confidence.V1
    ).Only(KeepYears, 10);

    public static readonly DeadlineLine ApplicantRecordKept = new DeadlineRule(
        "R-REC-04",
        "Record of an applicant who was refused or withdrew kept",
        "the day of refusal or withdrawal",
        "FSR 32(3)",
        RuleForce.Reg,
        Confidence.V1
    ).Only(KeepYears, 3);

    public static readonly DeadlineLine EnquiryKept = new DeadlineRule(
        "R-REC-06",
        "Enquiry that led to no application kept",
        "the day the enquiry was closed",
        "our own policy",
        RuleForce.Pol,
        Confidence.NA
    ).Only(KeepMonths, 12);

    private static readonly DeadlineRule AllegationSummaries = new(
        "R-REC-08",
        "Summary of an allegation kept, whichever is longer",
        "the day the allegation was concluded",
        "NMS 22",
        RuleForce.Nms,
        Confidence.U
    );

    public static readonly DeadlineLine AllegationSummaryKept = AllegationSummaries.Line(
        "ten-years",
        "Summary of an allegation kept for ten years",
        KeepYears,
        10
    );

    public static readonly DeadlineLine AllegationSummaryKeptToRetirement =
        AllegationSummaries.Line(
            "retirement",
            "Summary of an allegation kept to normal retirement age",
            KeepYears,
            68,
            "the person's date of birth"
        );

    public static readonly DeadlineLine DbsInformationDisposed = new DeadlineRule(
        "R-DP-04",
        "DBS certificate information disposed of",
        "the day the decision was made",
        "DBS code of practice",
        RuleForce.Prac,
        Confidence.V2
    ).Only(MonthsAfter, 6);

    private static readonly DeadlineRule SubjectAccessRequests = new(
        "R-DP-08",
        "Answer to a subject access request",
        "the day the request was received",
        "UK GDPR Art 12 and 15",
        RuleForce.Act,
        Confidence.U
    );

    public static readonly DeadlineLine SubjectAccess = SubjectAccessRequests
        .Line("reply", "Answer to a subject access request", MonthsAfterThenWorkingDay, 1)
        .OutlivingItsCase();

    public static readonly DeadlineLine SubjectAccessExtended = SubjectAccessRequests
        .Line(
            "extended",
            "Answer to a complex subject access request",
            MonthsAfterThenWorkingDay,
            3
        )
        .OutlivingItsCase();

    public static readonly DeadlineLine DataBreachReport = new DeadlineRule(
        "R-DP-17",
        "Breach of personal data reported to the regulator",
        "the moment the breach was noticed",
        "UK GDPR Art 33",
        RuleForce.Act,
        Confidence.U
    ).Only(Hours, 72);
}
