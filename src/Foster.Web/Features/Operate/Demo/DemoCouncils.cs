using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Operate.Demo;

/// <summary>Two councils that do not exist.</summary>
public static class DemoCouncils
{
    private const string Notice = """
        We use what you tell us to answer your enquiry, to help you decide whether fostering is right for you, and, if you apply, to assess your application. We do this as part of our public task of finding homes for children in care.

        We ask only for what we need at each step. Your enquiry is seen by the fostering recruitment team. If you tell us that you are connected with a councillor or a member of staff, only two named officers can open it.

        If you do not go on to apply, we delete your enquiry 12 months after it is closed. If you apply and are not approved, or withdraw, the law asks us to keep your record for at least 3 years. If you are approved, we keep it for at least 10 years after your approval ends.

        You can ask us for a copy of what we hold about you, and to correct it. Contact the fostering team, or our data protection officer at the same address. You can also complain to the Information Commissioner's Office.
        """;

    public static Council Harbourside() =>
        new()
        {
            Name = "Harbourside Council",
            Code = DemoRegion.HomeCode,
            TeamName = "Harbourside fostering team",
            Telephone = "0151 496 0100",
            OpeningHours = "Monday to Friday, 9am to 5pm",
            OutOfHoursTelephone = "0151 496 0199",
            Email = "fostering@harbourside.foster.example",
            PostalAddress =
                "Fostering team, Harbourside Council, 1 Example Quay, Harbourside, CH41 0ZZ",
            PrivacyNoticeVersion = "2026-1",
            PrivacyNotice = Notice,
            IsIntake = true,
        };

    public static Council Westmoor() =>
        new()
        {
            Name = "Westmoor Council",
            Code = DemoRegion.OtherCode,
            TeamName = "Westmoor fostering team",
            Telephone = "0151 496 0300",
            OpeningHours = "Monday to Friday, 8.30am to 4.30pm",
            OutOfHoursTelephone = "0151 496 0399",
            Email = "fostering@westmoor.foster.example",
            PostalAddress = "Fostering team, Westmoor Council, 2 Example Lane, Westmoor, CH60 0ZZ",
            PrivacyNoticeVersion = "2026-1",
            PrivacyNotice = Notice,
        };
}
