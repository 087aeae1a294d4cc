namespace Foster.Web.Features.Enquiries;

/// <summary>Why an enquiry was lost, in the groups of the national codes of withdrawals (M-HUB-08).</summary>
public enum LostReason
{
    NotExpected,
    AssessmentNotExpected,
    Circumstances,
    Money,
    Allegations,
    OtherService,
    Unknown,
}

/// <param name="AgreedAgain">They agreed that we ask them again (M-HUB-10).</param>
/// <param name="AskOn">The first day; the rhythm goes on from it.</param>
/// <param name="ByEmail">Foster asks them by email; otherwise somebody calls.</param>
public sealed record AskAgain(
    bool AgreedAgain,
    DateOnly? AskOn,
    LostReason? Lost = null,
    AskEvery? Every = null,
    bool ByEmail = false
);
