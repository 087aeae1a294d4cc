namespace Foster.Web.Features.Enquiries;

/// <summary>What the table alone does not say of the acts.</summary>
public static partial class EnquiryMachine
{
    /// <summary>What does not go on while a concern stands (R-ENQ-10).</summary>
    public static IReadOnlyList<EnquiryVerb> StoppedByConcern { get; } =
    [
        EnquiryVerb.SendPack,
        EnquiryVerb.ExpressInterest,
        EnquiryVerb.NameAssessor,
        EnquiryVerb.ScheduleVisit,
        EnquiryVerb.RecordVisit,
        EnquiryVerb.Reopen,
    ];

    /// <summary>What is the worker's own, and the team manager's only where it lies long back (§10.5, R-VAL-04).</summary>
    public static IReadOnlyList<EnquiryVerb> OldDaysByManager { get; } =
    [
        EnquiryVerb.LogContact,
        EnquiryVerb.LogAttempt,
        EnquiryVerb.SendPack,
        EnquiryVerb.ExpressInterest,
        EnquiryVerb.RecordVisit,
    ];
}
