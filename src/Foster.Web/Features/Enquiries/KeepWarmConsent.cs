namespace Foster.Web.Features.Enquiries;

/// <summary>
/// What people agree to who want to be asked again. New words get a new version; what somebody read stays on their record.
/// </summary>
public static class KeepWarmConsent
{
    public const string Version = "2026-2";

    public const string Words =
        "I agree that the council’s fostering team keeps my first name and email address, and asks me by email every 3, 6 or "
        + "12 months, as I choose, whether I would like to enquire. I can stop this at any time. It stops by itself 24 months "
        + "after I last answered.";
}
