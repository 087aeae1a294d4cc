using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>People who would help (CHK-25). Nobody yet is an answer.</summary>
public sealed class SupportSection : AskedSection
{
    private static readonly YesNoField Any = YesNo(
        "any",
        "Are there people who would help you with a child?",
        "Select yes if there are people who would help you",
        "Such as relatives, friends, neighbours, or people of your community.",
        called: "People who would help"
    );

    private static readonly Several People = new(
        "person",
        8,
        Yes(Any),
        one =>
            [
                Line(
                    one.Name("name"),
                    "Their full name",
                    $"Enter the name of {one.Called}",
                    when: one.Asked,
                    called: $"Name of {one.Called}"
                ),
                Line(
                    one.Name("who"),
                    "Who are they to you?",
                    $"Enter who {one.Called} is to you",
                    when: one.Asked,
                    called: $"Who {one.Called} is"
                ),
                Words(
                    one.Name("help"),
                    "How would they help?",
                    $"Say how {one.Called} would help",
                    "For example, with lifts, an evening off, or somebody to talk to",
                    one.Asked,
                    $"How {one.Called} would help",
                    rows: 2
                ),
            ]
    );

    public override string Key => "support";

    public override string Title => "People who would help you";

    public override SectionOwner Owner => SectionOwner.Household;

    public override string RuleId => "CHK-25";

    public override string? Hint(ApplyFacts facts, ApplicantFacts who) =>
        HouseholdSection.SharedHint(facts, who);

    public override IReadOnlyList<string> Lead =>
        [
            "Fostering is easier with people around you. We do not contact anybody you name here without asking you.",
        ];

    public override IReadOnlyList<Field> Asked { get; } =
    [
        Any,
        Words(
            "instead",
            "Where would you turn when you need help?",
            "Say where you would turn when you need help",
            when: No(Any),
            rows: 3
        ),
    ];

    public override Several Several => People;
}
