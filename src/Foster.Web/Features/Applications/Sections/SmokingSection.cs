using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>Smoking and vaping: suggests a term of approval and decides nothing (R-ELIG-06).</summary>
public sealed class SmokingSection : AskedSection
{
    private static readonly ChoiceField<string> You = Pick(
        "you",
        "Do you smoke or vape?",
        "Select whether you smoke or vape",
        [
            ("no", "No"),
            ("stopped", "No, I stopped in the last 12 months"),
            ("vape", "I vape"),
            ("smoke", "I smoke"),
            ("both", "I smoke and vape"),
        ]
    );

    private static readonly string[] Does = ["vape", "smoke", "both"];

    public override string Key => "smoking";

    public override string Title => "Smoking and vaping";

    public override string Group => YourLife;

    public override string RuleId => "R-ELIG-06";

    public override IReadOnlyList<string> Lead =>
        [
            "Smoke harms young children most, so carers who smoke or vape usually look after children of 5 and over. You can still foster.",
        ];

    public override IReadOnlyList<Field> Asked { get; } =
    [
        You,
        Line(
            "where",
            "Where do you smoke or vape?",
            "Enter where you smoke or vape",
            "For example, outside only, indoors or in the car",
            Is(You, Does)
        ),
    ];

    protected override IEnumerable<Flag> FlagsOf(Form form, ApplyFacts facts)
    {
        if (Is(You, Does)(form))
            yield return new Flag(
                "Smokes or vapes. Our policy suggests the term “no child under 5”; a person decides.",
                "R-ELIG-06"
            );
    }
}
