using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>
/// Each animal, since each needs an assessment of its own (R-ELIG-07, CHK-19). What may be banned is pointed out to
/// staff in words; it never decides anything.
/// </summary>
public sealed class PetsSection : AskedSection
{
    /// <summary>Types of dog that the Dangerous Dogs Act 1991 and its orders name, as people write them.</summary>
    private static readonly string[] Banned =
    [
        "pit bull",
        "pitbull",
        "tosa",
        "dogo argentino",
        "fila brasileiro",
        "xl bully",
        "bully xl",
    ];

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
                    [
                        ("dog", "Dog"),
                        ("cat", "Cat"),
                        ("small", "Rabbit or other small animal"),
                        ("bird", "Bird"),
                        ("reptile", "Reptile, spider or fish"),
                        ("farm", "Horse or farm animal"),
                        ("other", "Another animal"),
                    ],
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

    protected override IEnumerable<Flag> FlagsOf(Form form, ApplyFacts facts)
    {
        foreach (var (number, fields) in Animals.In(form))
        {
            var kind = fields[0].Display(form.Answers);
            var breed = form.Get((TextField)fields[1]) ?? "";
            yield return new Flag(
                $"Animal {number} ({kind.ToLowerInvariant()}): needs a pet assessment.",
                "R-ELIG-07"
            );
            if (
                form.Get((YesNoField)fields[3]) == true
                || Banned.Any(b =>
                    breed.Replace('-', ' ').Contains(b, StringComparison.OrdinalIgnoreCase)
                )
            )
                yield return new Flag(
                    $"Animal {number} may be of a banned type or a dangerous wild animal. Look at it by hand; this alone refuses nobody.",
                    "R-ELIG-07"
                );
            if (form.Get((YesNoField)fields[4]) == true)
                yield return new Flag($"Animal {number} has hurt somebody before.", "R-ELIG-07");
        }
    }
}
