using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>Earlier requests to foster, adopt or look after children for pay, of the applicant or the household (S3-06).</summary>
public sealed class FosteringBeforeSection : AskedSection
{
    private static readonly YesNoField Any = YesNo(
        "any",
        "Have you, or has anybody who lives with you, ever asked or been approved to foster, adopt, or look after children as a childminder or in day care?",
        "Select yes if anybody of you has asked or been approved before",
        "Also where you did not go on with it, and wherever in the world it was.",
        called: "Asked or approved before"
    );

    private static readonly Several Requests = new(
        "earlier request",
        6,
        Yes(Any),
        one =>
            [
                Line(
                    one.Name("who"),
                    "Who was it?",
                    $"Enter whose {one.Called} it was",
                    when: one.Asked,
                    called: $"Who made {one.Called}"
                ),
                Pick(
                    one.Name("what"),
                    "What was it for?",
                    $"Select what {one.Called} was for",
                    [
                        ("foster", "To foster"),
                        ("adopt", "To adopt"),
                        ("minding", "Childminding or day care"),
                    ],
                    when: one.Asked,
                    called: $"What {one.Called} was for"
                ),
                Line(
                    one.Name("with"),
                    "With which council, agency or office?",
                    $"Enter with whom {one.Called} was made",
                    when: one.Asked,
                    called: $"With whom {one.Called} was made"
                ),
                Year(
                    one.Name("year"),
                    "In which year?",
                    $"The year of {one.Called}",
                    $"Enter the year of {one.Called}",
                    when: one.Asked
                ),
                Pick(
                    one.Name("outcome"),
                    "What came of it?",
                    $"Select what came of {one.Called}",
                    [
                        ("approved-now", "Approved, and still is"),
                        ("approved-ended", "Approved, and it has ended"),
                        ("refused", "Not approved"),
                        ("stopped", "Stopped before a decision"),
                        ("open", "Not decided yet"),
                    ],
                    when: one.Asked,
                    called: $"What came of {one.Called}"
                ),
                Words(
                    one.Name("more"),
                    "Is there anything we should know about it?",
                    "",
                    when: one.Asked,
                    called: $"More about {one.Called}",
                    optional: true,
                    rows: 3
                ),
            ]
    );

    public override string Key => "fostering-before";

    public override string Title => "Fostering, adoption and childminding before";

    public override string Group => ToCheck;

    public override string RuleId => "S3-06";

    public override IReadOnlyList<string> Lead =>
        [
            "The law asks us to know of earlier requests and what came of them. An earlier refusal does not decide this one.",
        ];

    public override IReadOnlyList<Field> Asked { get; } = [Any];

    public override Several Several => Requests;

    /// <summary>Whether anybody asked or was approved before; null while it is not answered.</summary>
    public static bool? AnyIn(Form form) => form.Get(Any);

    protected override IEnumerable<Flag> FlagsOf(Form form, ApplyFacts facts)
    {
        foreach (var (number, fields) in Requests.In(form))
            if (form.Get((ChoiceField<string>)fields[4]) is "refused" or "approved-now")
                yield return new Flag(
                    $"Earlier request {number}: {fields[4].Display(form.Answers).ToLowerInvariant()}. Ask the service about it.",
                    "S3-06"
                );
    }
}
