namespace Foster.Web.Features.Operate;

/// <summary>What a council begins with until it says otherwise.</summary>
public static class CouncilDefaults
{
    public const string OpeningHours = "Monday to Friday, 9am to 5pm";

    public const string PrivacyNoticeVersion = "1";

    /// <summary>A beginning: each council's data protection officer has to agree to its own.</summary>
    public const string PrivacyNotice = """
        We use what you tell us to answer your enquiry, to help you decide whether fostering is right for you, and, if you apply, to assess your application. We do this as part of our public task of finding homes for children in care.

        We ask only for what we need at each step. Your enquiry is seen by the fostering recruitment team. If you tell us that you are connected with a councillor or a member of staff, only two named officers can open it.

        If you do not go on to apply, we delete your enquiry 12 months after it is closed. If you apply and are not approved, or withdraw, the law asks us to keep your record for at least 3 years. If you are approved, we keep it for at least 10 years after your approval ends.

        You can ask us for a copy of what we hold about you, and to correct it. Contact the fostering team, or our data protection officer at the same address. You can also complain to the Information Commissioner's Office.
        """;

    public static string TeamName(string council) =>
        council.Replace(" Council", "", StringComparison.Ordinal) + " fostering team";
}
