using Foster.Web.Foundation.Actors;

namespace Foster.Web.Features.Operate.Demo;

/// <summary>Two councils that do not exist.</summary>
public static class DemoCouncils
{
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
            PrivacyNotice = CouncilDefaults.PrivacyNotice,
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
            PrivacyNotice = CouncilDefaults.PrivacyNotice,
        };
}
