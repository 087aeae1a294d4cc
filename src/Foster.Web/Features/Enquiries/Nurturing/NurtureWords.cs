using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Nurturing;

/// <summary>The nurture list in words.</summary>
public static class NurtureWords
{
    public static IReadOnlyList<Option<NurtureWhy>> Whys { get; } =
    [
        new(NurtureWhy.NotNow, "Not now"),
        new(NurtureWhy.Lost, "Lost"),
        new(NurtureWhy.PackSent, "Pack sent, no next step"),
        new(NurtureWhy.NotReached, "Never reached"),
        new(NurtureWhy.KeptWarm, "Asked by Foster, by email"),
    ];

    public static IReadOnlyList<Option<LostReason>> LostReasons { get; } =
    [
        new(LostReason.NotExpected, "Fostering is not what they expected (AW1)"),
        new(LostReason.AssessmentNotExpected, "The assessment is not what they expected (AW2)"),
        new(LostReason.Circumstances, "Their circumstances, not money (AW3)"),
        new(LostReason.Money, "Money (AW4)"),
        new(LostReason.Allegations, "Worried about allegations (AW5)"),
        new(LostReason.OtherService, "They chose another service (AW0)"),
        new(LostReason.Unknown, "Another reason, or not known (AW0)"),
    ];

    public static string Of(NurtureWhy why) => EnquiryWords.Of(Whys, why);

    public static string Of(LostReason lost) => EnquiryWords.Of(LostReasons, lost);
}
