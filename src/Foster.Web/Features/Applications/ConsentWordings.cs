namespace Foster.Web.Features.Applications;

/// <summary>What somebody is asked to agree to for one check, and what follows if they do not.</summary>
/// <param name="CheckKey">The check it is about, such as CHK-02.</param>
/// <param name="Name">The check in a few words, for lists.</param>
/// <param name="Version">Changes with every change of the words.</param>
/// <param name="Mandatory">Stage 1 cannot be completed without it.</param>
public sealed record ConsentWording(
    string CheckKey,
    string Name,
    string Version,
    string Question,
    string Why,
    bool Mandatory
)
{
    /// <summary>What follows from saying no, said before anybody answers (R-APP-05).</summary>
    public string IfRefused =>
        Mandatory
            ? "You can say no. We cannot finish stage 1 without this check, so our team manager would talk with you and decide whether we can go on."
            : "You can say no. Your social worker will talk with you about what that means.";
}

/// <summary>The consents people are asked for, in the words in force.</summary>
public static class ConsentWordings
{
    /// <summary>What applicants are asked; an adult who only lives there is asked when their own check is made.</summary>
    public static IReadOnlyList<ConsentWording> All { get; } =
    [
        new(
            "CHK-01",
            "Identity",
            "2026-1",
            "Do you agree that we check your identity documents?",
            "We look at documents such as your passport and proof of address to be sure who you are.",
            Mandatory: false
        ),
        new(
            "CHK-02",
            "DBS certificate",
            "2026-1",
            "Do you agree to an enhanced Disclosure and Barring Service (DBS) check?",
            "The law asks for an enhanced certificate, with the list of people barred from work with children, for everybody who fosters.",
            Mandatory: true
        ),
        new(
            "CHK-05",
            "Our own records",
            "2026-1",
            "Do you agree that we look you up in the council's own children's and adults' services records?",
            "We check whether the council already knows of anything that matters for a child who would live with you.",
            Mandatory: true
        ),
        new(
            "CHK-06",
            "Council where you live",
            "2026-1",
            "Do you agree that we ask the council where you live for its views?",
            "If you live in another council's area, the law says that we must ask that council before we decide.",
            Mandatory: true
        ),
        new(
            "CHK-07",
            "Councils where you have lived",
            "2026-1",
            "Do you agree that we ask the councils where you have lived in the last 10 years?",
            "We ask each of them whether they know of anything that matters for a child who would live with you.",
            Mandatory: false
        ),
        new(
            "CHK-09",
            "Medical report",
            "2026-1",
            "Do you agree to a medical, and that your GP sends us a report on your health?",
            "The law asks for a medical report. Our medical adviser reads it and tells us what it means for fostering.",
            Mandatory: true
        ),
        new(
            "CHK-11",
            "Reference of the fostering service that approved you",
            "2026-2",
            "Do you agree that we ask the fostering service that approved you for a written reference?",
            "Another service approved you in the last 12 months, so the law says that we must ask it for a reference.",
            Mandatory: true
        ),
        new(
            FormerRecords,
            "Records of the fostering service that approved you",
            "2026-1",
            "Do you agree that a fostering service that approved you lets us see its records about you?",
            "If you agree, the law lets us ask that service for access to its records. We read them for what matters to a child who would live with you.",
            Mandatory: false
        ),
        new(
            "CHK-13",
            "Referees",
            "2026-1",
            "Do you agree that we interview the people you name as referees?",
            "The law says that we must meet at least two people who know you well, and write a report of what they say. You will not be shown what they say in confidence.",
            Mandatory: true
        ),
    ];

    /// <summary>What an adult is asked who lives there and does not apply; on paper, for they have no account.</summary>
    public static ConsentWording HouseholdAdult { get; } =
        new(
            "CHK-03",
            "DBS certificate of somebody who lives there",
            "2026-1",
            "Do you agree to an enhanced Disclosure and Barring Service (DBS) check?",
            "The law asks for a criminal record check for every adult who lives with a foster carer.",
            Mandatory: true
        );

    /// <summary>The check that is made only of people whom another service approved in the last twelve months (R-TRF-05).</summary>
    public const string FormerService = "CHK-11";

    /// <summary>
    /// Access to the records of a service that approved them at any time: no check, and in words of its own. Whoever was
    /// approved longer ago than twelve months is asked on paper (R-TRF-06).
    /// </summary>
    public const string FormerRecords = "R-TRF-06";

    /// <summary>What an applicant is asked, by whether another service approved them.</summary>
    public static IEnumerable<ConsentWording> AskedOf(bool? approvedElsewhere) =>
        All.Where(w =>
            w.CheckKey is not (FormerService or FormerRecords) || approvedElsewhere is true
        );

    public static ConsentWording? Find(string checkKey) =>
        All.Append(HouseholdAdult).FirstOrDefault(w => w.CheckKey == checkKey);
}
