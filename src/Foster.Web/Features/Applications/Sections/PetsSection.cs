using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>
/// Each animal, since each needs an assessment of its own (R-ELIG-07, CHK-19). What may be banned is pointed out to
/// staff in words; it never decides anything.
/// </summary>
public sealed class PetsSection : AskedSection
{
    private static readonly YesNoField Any = YesNo(
        "any",
        "Are there any animals at your home?",
        "Select yes if there are animals at your home",
        called: "Animals"
    );

    private static readonly Several Animals = new(
        "animal",
        10,
        Yes(Any),
        one =>
            [
                Pick(
                    one.Name("kind"),
                    "What kind of animal is it?",
                    $"Select what kind of animal {one.Called} is",
                    [.. AnimalDescription.Kinds.Select(k => (k.Key, k.Title))],
                    when: one.Asked,
                    called: $"Kind of {one.Called}"
                ),
                Line(
                    one.Name("breed"),
                    "Breed or type",
                    $"Enter the breed or type of {one.Called}",
                    "For a dog of mixed breed, say which breeds it comes from",
                    one.Asked,
                    $"Breed or type of {one.Called}"
                ),
                Line(
                    one.Name("name"),
                    "Name",
                    "",
                    when: one.Asked,
                    called: $"Name of {one.Called}",
                    optional: true
                ),
                YesNo(
                    one.Name("licence"),
                    "Does the law ask for a licence or a certificate of exemption for it?",
                    $"Select whether the law asks for a licence for {one.Called}",
                    "Such as a dog of a banned type, a venomous snake or a wild cat.",
                    one.Asked,
                    $"Licence or exemption for {one.Called}"
                ),
                YesNo(
                    one.Name("hurt"),
                    "Has it ever hurt anybody?",
                    $"Select whether {one.Called} has ever hurt anybody",
                    when: one.Asked,
                    called: $"Whether {one.Called} has hurt anybody"
                ),
            ]
    );

    public override string Key => "pets";

    public override string Title => "Animals at home";

    public override SectionOwner Owner => SectionOwner.Household;

    public override string RuleId => "R-ELIG-07";

    public override string? Hint(ApplyFacts facts, ApplicantFacts who) =>
        HouseholdSection.SharedHint(facts, who);

    public override IReadOnlyList<string> Lead =>
        [
            "Many children love animals, and some are afraid of them. Your social worker meets each animal with you.",
        ];

    public override IReadOnlyList<Field> Asked { get; } = [Any];

    public override Several Several => Animals;

    public override IEnumerable<string> DocumentsOf(ApplyFacts facts, ApplicantFacts who) =>
        Yes(Any)(FormOf(facts, who)) ? ["pets"] : [];

    /// <summary>The animals of a form that is complete.</summary>
    public static IEnumerable<(int Number, AnimalDescription Animal)> In(Form form) =>
        from one in Animals.In(form)
        let kind = form.Get((ChoiceField<string>)one.Fields[0])
        where kind is not null
        select (
            one.Number,
            new AnimalDescription(
                kind,
                form.Get((TextField)one.Fields[1]) ?? "",
                form.Get((TextField)one.Fields[2]),
                form.Get((YesNoField)one.Fields[3]) == true,
                form.Get((YesNoField)one.Fields[4]) == true
            )
        );

    protected override IEnumerable<Flag> FlagsOf(Form form, ApplyFacts facts)
    {
        foreach (var (number, animal) in In(form))
        {
            yield return new Flag(
                $"Animal {number} ({animal.Title.ToLowerInvariant()}): needs a pet assessment.",
                RuleId
            );
            if (animal.MayBeBanned)
                yield return new Flag(
                    $"Animal {number} may be of a banned type or a dangerous wild animal. Look at it by hand; this alone refuses nobody.",
                    RuleId
                );
            if (animal.HasHurt)
                yield return new Flag($"Animal {number} has hurt somebody before.", RuleId);
        }
    }
}
