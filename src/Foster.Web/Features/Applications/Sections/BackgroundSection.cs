using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>
/// Personality, religion, origin, culture and language, in the applicant's own words (S3-11, S3-12, S3-13). It helps to
/// match children, is never a bar (R-ELIG-05), and has nothing to do with the monitoring form (R-DP-14).
/// </summary>
public sealed class BackgroundSection : AskedSection
{
    private const string Anything = "Say something about this, or leave it empty";

    public override string Key => "background";

    public override string Title => "Your background";

    public override string Group => YourLife;

    public override string RuleId => "S3-13";

    public override IReadOnlyList<string> Lead =>
        [
            "Children thrive where somebody understands where they come from. Carers of every background are needed, and nothing here counts against you.",
            "You can leave anything empty and talk about it with your social worker instead.",
        ];

    public override IReadOnlyList<Field> Asked { get; } =
    [
        Words(
            "personality",
            "How would people who know you well describe you?",
            Anything,
            called: "How people would describe you",
            optional: true
        ),
        Line(
            "religion",
            "Do you have a religion or belief?",
            Anything,
            "And how you would help a child to follow another one",
            called: "Religion or belief",
            optional: true
        ),
        Line(
            "origin",
            "How do you describe your ethnic background and culture?",
            Anything,
            called: "Ethnic background and culture",
            optional: true
        ),
        Line(
            "languages",
            "Which languages do you speak at home?",
            Anything,
            called: "Languages at home",
            optional: true
        ),
    ];

    protected override Privacy MarkOf(string field) => Privacy.Special;
}
