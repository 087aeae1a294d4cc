using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>
/// Family courts, and what the applicant says of offences. Somebody who names one is never told no by this; the team
/// manager alone reads it (R-ELIG-08, R-DP-03).
/// </summary>
public sealed class CourtSection : AskedSection
{
    private static readonly YesNoField Family = YesNo(
        "family",
        "Have you been part of a family court case about a child?",
        "Select yes if you have been part of a family court case",
        "Such as care proceedings, or an order about where a child lives.",
        called: "Family court"
    );

    private static readonly YesNoField Offences = YesNo(
        "offences",
        "Have you ever been convicted, cautioned, reprimanded or warned, or are you under investigation now?",
        "Select yes if there is anything to tell us",
        "Also what is spent, and also abroad. You need not name what is protected, such as a single minor conviction of long ago; the website of the Disclosure and Barring Service explains which are.",
        called: "Offences"
    );

    private static readonly YesNoField Barred = YesNo(
        "barred",
        "Have you ever been barred from work with children or adults?",
        "Select yes if you have ever been barred",
        called: "Barred from work"
    );

    public override string Key => "court";

    public override string Title => "Courts and offences";

    public override string Group => ToCheck;

    public override string RuleId => "R-ELIG-08";

    public override IReadOnlyList<string> Lead =>
        [
            "An offence does not usually stop anybody from fostering. What matters is what it was, when, and what has happened since. The law names a few offences that do.",
            "Our team manager alone reads what you write about offences, and talks with you about it. We never answer it by email.",
        ];

    public override IReadOnlyList<Field> Asked { get; } =
    [
        Family,
        Words(
            "family-what",
            "Tell us what it was about, when, and what was decided",
            "Say what it was about, when, and what was decided",
            when: Yes(Family),
            called: "What the family court case was about"
        ),
        Offences,
        Words(
            "offences-what",
            "Tell us what it was, when, and how old you were",
            "Say what it was, when, and how old you were",
            when: Yes(Offences),
            called: "Which offences"
        ),
        Barred,
    ];

    /// <summary>True where this applicant has said that there was something.</summary>
    public bool Declares(ApplyFacts facts, ApplicantFacts who)
    {
        var form = FormOf(facts, who);
        return form.Get(Offences) == true || form.Get(Barred) == true;
    }

    protected override Privacy MarkOf(string field) =>
        field is "family" or "family-what" ? Privacy.Special : Privacy.Criminal;
}
