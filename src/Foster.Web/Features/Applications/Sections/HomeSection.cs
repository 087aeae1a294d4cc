using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>The home, who sleeps where, and what in it can hurt a child (S3-05, CHK-18). Tenure is no bar (R-ELIG-05).</summary>
public sealed class HomeSection : AskedSection
{
    private static readonly ChoiceField<string> Tenure = Pick(
        "tenure",
        "Is your home rented or your own?",
        "Select whether your home is rented or your own",
        [
            ("owned", "Our own, with or without a mortgage"),
            ("council", "Rented from a council or housing association"),
            ("private", "Rented from a private landlord"),
            ("work", "It comes with work"),
            ("family", "We live with family or friends"),
        ],
        called: "Rented or own"
    );

    private static readonly NumberField Bedrooms = Number(
        "bedrooms",
        "How many bedrooms does it have?",
        "Enter how many bedrooms it has",
        20,
        called: "Bedrooms"
    );

    private static readonly NumberField Spare = Number(
        "spare",
        "How many of them are free for a child?",
        "Enter how many bedrooms are free for a child",
        20,
        "0 is an answer too: we then talk about it.",
        called: "Bedrooms free for a child"
    );

    private static readonly YesNoField Water = YesNo(
        "water",
        "Is there a pond, a pool or other water?",
        "Select yes if there is a pond, a pool or other water",
        called: "Pond, pool or other water"
    );

    private static readonly YesNoField Guns = YesNo(
        "guns",
        "Are there firearms, air weapons or crossbows in the home?",
        "Select yes if there are weapons in the home",
        called: "Firearms and other weapons"
    );

    private static readonly YesNoField Vehicles = YesNo(
        "vehicles",
        "Do you have a car or other vehicle that a child would ride in?",
        "Select yes if you have a vehicle that a child would ride in",
        called: "Vehicles"
    );

    public override string Key => "home";

    public override string Title => "Your home";

    public override SectionOwner Owner => SectionOwner.Household;

    public override string RuleId => "S3-05";

    public override string? Hint(ApplyFacts facts, ApplicantFacts who) =>
        HouseholdSection.SharedHint(facts, who);

    public override IReadOnlyList<string> Lead =>
        [
            "Children over 3 should have a room of their own. Your social worker looks at the home with you and helps to make it safe.",
        ];

    public override IReadOnlyList<Field> Asked { get; } =
    [
        Tenure,
        YesNo(
            "landlord",
            "Does your landlord know that you would like to foster?",
            "Select whether your landlord knows",
            "We ask them before a child comes, and not before we have told you.",
            Is(Tenure, "council", "private", "work", "family"),
            "Landlord knows"
        ),
        Bedrooms,
        Spare,
        Words(
            "sleeps",
            "Who sleeps where?",
            "Say who sleeps where",
            "Name each bedroom, who sleeps in it, and which one a child would have."
        ),
        Line(
            "outside",
            "What is there outside?",
            "Enter what there is outside",
            "For example, a fenced garden, a shared yard or a balcony"
        ),
        Water,
        Line(
            "water-what",
            "What is it, and how is it secured?",
            "Enter what it is and how it is secured",
            when: Yes(Water),
            called: "How the water is secured"
        ),
        Guns,
        Line(
            "guns-what",
            "Which are they, and how are they locked away?",
            "Enter which weapons they are and how they are locked away",
            when: Yes(Guns),
            called: "How weapons are locked away"
        ),
        Vehicles,
        Line(
            "vehicles-what",
            "Which vehicles, and who drives them?",
            "Enter which vehicles and who drives them",
            when: Yes(Vehicles),
            called: "Which vehicles"
        ),
    ];

    protected override void CheckTogether(Form form, DateOnly today)
    {
        if (form.Get(Spare) > form.Get(Bedrooms))
            form.AddError(Spare, "Bedrooms free for a child must not be more than all bedrooms");
    }

    public override IEnumerable<string> DocumentsOf(ApplyFacts facts, ApplicantFacts who)
    {
        var form = FormOf(facts, who);
        if (Is(Tenure, "council", "private", "work")(form))
            yield return "permission";
        if (Yes(Vehicles)(form))
            yield return "car";
    }

    protected override IEnumerable<Flag> FlagsOf(Form form, ApplyFacts facts)
    {
        if (form.Get(Spare) == 0)
            yield return new Flag("No bedroom is free: look at it by hand.", "R-ELIG-03");
        if (form.Get(Guns) == true)
            yield return new Flag("There are weapons in the home.", "CHK-18");
        if (form.Get(Water) == true)
            yield return new Flag("There is open water at the home.", "CHK-18");
    }
}
