using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>Leave to live here and when it ends: the law has no rule, so a person looks at it (R-ELIG-04, CHK-24).</summary>
public sealed class ImmigrationSection : AskedSection
{
    private static readonly ChoiceField<string> Leave = Pick(
        "status",
        "Which of these is true for you?",
        "Select what is true for you",
        [
            ("citizen", "I am a British or Irish citizen"),
            ("settled", "I have settled status or indefinite leave to remain"),
            ("limited", "I have leave that ends, such as a visa or pre-settled status"),
            ("waiting", "I have applied and wait for a decision"),
            ("other", "None of these"),
        ],
        called: "Right to live here"
    );

    private static readonly DateField Ends = new("ends")
    {
        Label = "When does it end?",
        Called = "The day your leave ends",
        MissingMessage = "Enter the day your leave ends",
        OnlyWhen = Is(Leave, "limited"),
    };

    public override string Key => "immigration";

    public override string Title => "Your right to live in the UK";

    public override string Group => ToCheck;

    public override string RuleId => "R-ELIG-04";

    public override IReadOnlyList<string> Lead =>
        [
            "A child needs to know that you will still be here. If your leave ends one day, we talk about that; it does not stop your application.",
        ];

    public override IReadOnlyList<Field> Asked { get; } =
    [
        Leave,
        Ends,
        Words(
            "more",
            "Tell us how it stands",
            "Say how it stands",
            when: Is(Leave, "waiting", "other"),
            rows: 3
        ),
    ];

    protected override Privacy MarkOf(string field) => Privacy.Special;

    public override IEnumerable<string> DocumentsOf(ApplyFacts facts, ApplicantFacts who) =>
        Is(Leave, "settled", "limited", "waiting", "other")(FormOf(facts, who))
            ? ["residence"]
            : [];

    protected override IEnumerable<Flag> FlagsOf(Form form, ApplyFacts facts)
    {
        if (form.Get(Ends) is { } day)
            yield return new Flag(
                $"Leave to live in the UK ends on {BritishDate.Long(day)}{(day < facts.Today ? ", which is past" : "")}. Look at it by hand.",
                "R-ELIG-04"
            );
        else if (Is(Leave, "limited", "waiting", "other")(form))
            yield return new Flag("Right to live in the UK: look at it by hand.", "R-ELIG-04");
    }
}
