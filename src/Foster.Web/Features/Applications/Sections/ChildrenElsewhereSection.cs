using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>Children of the applicant, of any age, who live somewhere else (S3-04, CHK-16).</summary>
public sealed class ChildrenElsewhereSection : AskedSection
{
    private static readonly YesNoField Any = YesNo(
        "any",
        "Do you have children, of any age, who live somewhere else?",
        "Select yes if you have children who live somewhere else",
        "Also stepchildren, adopted children and children you have brought up. Those who live with you are asked for under “Who lives with you”.",
        called: "Children who live somewhere else"
    );

    private static readonly Several Children = new(
        "child",
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
                new DateField(one.Name("born"))
                {
                    Label = "Their date of birth",
                    Called = $"Date of birth of {one.Called}",
                    MissingMessage = $"Enter the date of birth of {one.Called}",
                    Latest = today => today,
                    LatestMessage = $"Date of birth of {one.Called} must be today or in the past",
                    OnlyWhen = one.Asked,
                },
                Line(
                    one.Name("where"),
                    "With whom do they live?",
                    $"Enter with whom {one.Called} lives",
                    "For example, with their father, or on their own",
                    one.Asked,
                    $"With whom {one.Called} lives"
                ),
                Words(
                    one.Name("contact"),
                    "How often do you see each other?",
                    $"Say how often you and {one.Called} see each other",
                    when: one.Asked,
                    called: $"How often you see {one.Called}",
                    rows: 2
                ),
            ]
    );

    public override string Key => "children-elsewhere";

    public override string Title => "Your children who live elsewhere";

    public override string RuleId => "S3-04";

    public override IReadOnlyList<string> Lead =>
        ["We talk with your own children too, so that fostering is right for all of you."];

    public override IReadOnlyList<Field> Asked { get; } = [Any];

    public override Several Several => Children;
}
