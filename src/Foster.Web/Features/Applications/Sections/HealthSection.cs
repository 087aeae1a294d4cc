using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>The GP and what the applicant says of their health (S3-02). The medical report follows (CHK-09).</summary>
public sealed class HealthSection : AskedSection
{
    private static readonly YesNoField Conditions = YesNo(
        "conditions",
        "Do you have a physical or mental health condition, or have you had a serious one in the last 10 years?",
        "Select yes if you have or have had a health condition",
        "Also a disability, and also where it is well looked after.",
        called: "Health conditions"
    );

    private static readonly YesNoField Treated = YesNo(
        "treated",
        "Do you take medicine regularly, or see a specialist, therapist or counsellor?",
        "Select yes if you take medicine regularly or see a specialist",
        called: "Treatment"
    );

    public override string Key => "health";

    public override string Title => "Your health and your GP";

    public override string Group => ToCheck;

    public override string RuleId => "S3-02";

    public override IReadOnlyList<string> Lead =>
        [
            "The law asks for a medical report. Our medical adviser reads it and tells us what it means for fostering. Few conditions stop anybody.",
            "Only your social worker and our team manager read this. Your partner does not.",
        ];

    public override IReadOnlyList<Field> Asked { get; } =
    [
        Line(
            "gp",
            "Name of your GP practice",
            "Enter the name of your GP practice",
            called: "GP practice"
        ),
        Words(
            "gp-address",
            "Address of the practice",
            "Enter the address of your GP practice",
            called: "Address of the GP practice",
            rows: 3
        ),
        Conditions,
        Words(
            "which",
            "Tell us which, since when, and how it is today",
            "Say which condition, since when, and how it is today",
            when: Yes(Conditions),
            called: "Which conditions"
        ),
        Treated,
        Words(
            "treatment",
            "Tell us about the medicine or treatment",
            "Say something about the medicine or treatment",
            when: Yes(Treated),
            called: "Which treatment",
            rows: 3
        ),
        new TickField("declared")
        {
            Label = "What I have said about my health is true, and I will tell you if it changes",
            Called = "Declaration about health",
            MustBeTicked = "Confirm that what you have said about your health is true",
            Yes = "Confirmed",
            No = "Not confirmed",
        },
    ];

    protected override Privacy MarkOf(string field) => Privacy.Special;
}
