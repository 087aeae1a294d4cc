using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>Work, hours, plans and income in words (S3-14). Weighed by a person, never by a rule (R-ELIG-09).</summary>
public sealed class WorkSection : AskedSection
{
    private static readonly ChoiceField<string> Doing = Pick(
        "doing",
        "Which of these describes you best?",
        "Select what describes you best",
        [
            ("employed", "I am employed"),
            ("self-employed", "I am self-employed"),
            ("home", "I look after home or family"),
            ("looking", "I am looking for work"),
            ("unable", "I cannot work at present"),
            ("studying", "I am studying"),
            ("retired", "I am retired"),
        ],
        called: "Work at present"
    );

    private static readonly Func<Form, bool> Working = Is(Doing, "employed", "self-employed");

    public override string Key => "work";

    public override string Title => "Work and money";

    public override string Group => YourLife;

    public override string RuleId => "S3-14";

    public override IReadOnlyList<string> Lead =>
        [
            "Many carers work, and many live on benefits or a pension. We ask so that we can plan with you what a child needs, and that the household can manage between placements.",
        ];

    public override IReadOnlyList<Field> Asked { get; } =
    [
        Doing,
        Line(
            "what",
            "What is your work, and for whom?",
            "Enter your work and for whom you do it",
            when: Working
        ),
        Number(
            "hours",
            "How many hours a week do you work?",
            "Enter how many hours a week you work",
            100,
            when: Working,
            called: "Hours a week"
        ),
        Words(
            "plans",
            "What would change when you foster?",
            "Say what would change when you foster",
            "For example, shorter hours, working from home, or nothing. Say who could be there for a child at short notice."
        ),
        Words(
            "income",
            "What does your household live on?",
            "Say what your household lives on",
            "In words, such as wages, a pension or Universal Credit. You need not give figures here.",
            rows: 3
        ),
        YesNo(
            "debts",
            "Do you have debts or payments that worry you?",
            "Select yes if you have debts or payments that worry you",
            "It does not stop you. We would rather help early.",
            called: "Worrying debts or payments"
        ),
    ];
}
