using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using static Foster.Web.Features.Applications.Sections.Asking;

namespace Foster.Web.Features.Applications.Sections;

/// <summary>Present and former marriages, civil partnerships and the like (S3-10, CHK-15). Never a bar (R-ELIG-05).</summary>
public sealed class RelationshipsSection : AskedSection
{
    private static readonly ChoiceField<string> Now = Pick(
        "now",
        "Which of these is true for you now?",
        "Select what is true for you now",
        [
            ("single", "I have no partner"),
            ("together", "I live with a partner"),
            ("apart", "I have a partner and we live apart"),
            ("married", "I am married"),
            ("civil", "I am in a civil partnership"),
        ],
        called: "Now"
    );

    private static readonly TextField Since = Year(
        "since",
        "Since which year have you been together?",
        "Together since",
        "Enter the year since which you have been together",
        when: Is(Now, "together", "apart", "married", "civil")
    );

    private static readonly YesNoField Before = YesNo(
        "before",
        "Have you been married, in a civil partnership or lived with a partner before?",
        "Select yes if you have lived with a partner before",
        called: "Former partners"
    );

    private static readonly Several Partners = new(
        "former partner",
        6,
        Yes(Before),
        one =>
        {
            var contact = YesNo(
                one.Name("contact"),
                "May we contact them?",
                $"Select whether we may contact {one.Called}",
                "We ask former partners with whom you cared for children. If that is not safe for you, say no.",
                one.Asked,
                $"Whether we may contact {one.Called}"
            );
            return
            [
                Line(
                    one.Name("name"),
                    "Their full name",
                    $"Enter the name of {one.Called}",
                    when: one.Asked,
                    called: $"Name of {one.Called}"
                ),
                Year(
                    one.Name("from"),
                    "In which year did you come together?",
                    $"The year you and {one.Called} came together",
                    $"Enter the year in which you and {one.Called} came together",
                    when: one.Asked
                ),
                Year(
                    one.Name("to"),
                    "In which year did it end?",
                    $"The year it ended with {one.Called}",
                    $"Enter the year in which it ended with {one.Called}",
                    when: one.Asked
                ),
                YesNo(
                    one.Name("children"),
                    "Did you have or bring up children together?",
                    $"Select whether you and {one.Called} brought up children",
                    when: one.Asked,
                    called: $"Children brought up with {one.Called}"
                ),
                contact,
                Words(
                    one.Name("why-not"),
                    "Why not?",
                    $"Say why we may not contact {one.Called}",
                    "We will not contact them before we have talked with you.",
                    form => one.Asked(form) && form.Get(contact) == false,
                    $"Why not to contact {one.Called}"
                ),
            ];
        }
    );

    public override string Key => "relationships";

    public override string Title => "Relationships and former partners";

    public override string RuleId => "S3-10";

    public override IReadOnlyList<string> Lead =>
        [
            "The law asks us to know of your present and former relationships. Being single, married or neither makes no difference to whether you can foster.",
        ];

    public override IReadOnlyList<Field> Asked { get; } = [Now, Since, Before];

    public override Several Several => Partners;

    /// <summary>There is a former partner with whom children were brought up and whom we may contact.</summary>
    public static bool MayContactOne(Form form) =>
        Partners
            .In(form)
            .Any(one =>
                form.Get((YesNoField)one.Fields[3]) is true
                && form.Get((YesNoField)one.Fields[4]) is true
            );

    protected override Privacy MarkOf(string field) => Privacy.Special;

    protected override void CheckTogether(Form form, DateOnly today)
    {
        foreach (var (_, fields) in Partners.In(form))
        {
            var (from, to) = ((TextField)fields[1], (TextField)fields[2]);
            if (YearOf(form.Get(to)) < YearOf(form.Get(from)))
                form.AddError(to, $"{to.Called} must not be before the year you came together");
        }
    }
}
