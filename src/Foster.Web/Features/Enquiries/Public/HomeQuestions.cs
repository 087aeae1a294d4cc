using System.Globalization;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>Who lives with the enquirer, and the room there is.</summary>
public static class HomeQuestions
{
    private const int MostPeople = 8;

    /// <summary>Place of each field among those of one person.</summary>
    private enum Part
    {
        GivenName,
        FamilyName,
        Relationship,
        Born,
    }

    // Before the fields that are made of it: static members begin in the order in which they stand.
    private static readonly IReadOnlyList<Option<string>> Relationships =
    [
        new("child", "Son or daughter"),
        new("stepchild", "Stepchild"),
        new("grandchild", "Grandchild"),
        new("partner", "Partner who is not enquiring with me"),
        new("parent", "Parent"),
        new("sibling", "Brother or sister"),
        new("relative", "Another relative"),
        new("friend", "Friend"),
        new("lodger", "Lodger"),
        new("other", "Someone else"),
    ];

    public static readonly YesNoField Others = new("others")
    {
        Label = "Does anyone else live with you?",
        Called = "Others who live with you",
        Hint =
            "Think of children, other adults and lodgers. Leave out yourself, and your partner if you are enquiring together.",
        MissingMessage = "Select yes if anyone else lives with you",
    };

    public static JourneyRepeat People { get; } =
        new("people-count", "person", MostPeople, FieldsOf);

    public static readonly ChoiceField<string> SpareRooms = new(
        "spare-rooms",
        new Option<string>("0", "None at the moment"),
        new Option<string>("1", "One"),
        new Option<string>("2", "Two"),
        new Option<string>("3", "Three or more")
    )
    {
        Label = "How many spare bedrooms do you have?",
        Called = "Spare bedrooms",
        Hint =
            "A foster child over 3 usually needs their own room. If you have none, send your enquiry anyway and we will talk about it.",
        MissingMessage = "Select how many spare bedrooms you have",
    };

    public static IReadOnlyList<JourneyQuestion> AboutHome { get; } =
    [
        new("household", Others.Label, Others) { Section = EnquiryQuestions.Home },
        new("people", "Who lives with you?", [.. People.Fields])
        {
            Section = EnquiryQuestions.Home,
            Asked = form => form.Get(Others) == true,
            Repeat = People,
            Rows = form =>
                [
                    .. Enumerable
                        .Range(1, People.CountOf(form))
                        .Select(k => ($"Person {k}", Line(form, k))),
                ],
            Lead =
            [
                $"Add everyone, up to {MostPeople} people. If there are more, tell us when we call.",
            ],
            Why =
                "A foster child would live with all of you. We do not contact any of them at this stage.",
        },
        new("spare-rooms", SpareRooms.Label, SpareRooms) { Section = EnquiryQuestions.Home },
    ];

    /// <summary>The people who were named, for the record.</summary>
    public static IReadOnlyList<NewPerson> PeopleOf(Form answers) =>
        answers.Get(Others) == true
            ? [.. Enumerable.Range(1, People.CountOf(answers)).Select(k => PersonOf(answers, k))]
            : [];

    private static NewPerson PersonOf(Form answers, int number) =>
        new(
            answers.Must(Text(number, Part.GivenName)),
            answers.Must(Text(number, Part.FamilyName)),
            answers.Get((DateField)Field(number, Part.Born)),
            null,
            null,
            RelationshipOf(answers, number)
        );

    private static string Line(Form form, int number)
    {
        var name =
            $"{form.Get(Text(number, Part.GivenName))} {form.Get(Text(number, Part.FamilyName))}";
        var born = form.Get((DateField)Field(number, Part.Born)) is { } day
            ? ", born " + BritishDate.Long(day)
            : "";
        return $"{name} ({RelationshipOf(form, number).ToLowerInvariant()}){born}";
    }

    private static string RelationshipOf(Form form, int number)
    {
        var field = (ChoiceField<string>)Field(number, Part.Relationship);
        return form.Get(field) is { } key ? field.Display(key) : "";
    }

    private static TextField Text(int number, Part part) => (TextField)Field(number, part);

    private static Field Field(int number, Part part) => People.Of(number)[(int)part];

    private static IReadOnlyList<Field> FieldsOf(JourneyRepeat people, int number)
    {
        bool InUse(Form form) => people.CountOf(form) >= number;
        var whose = "person-" + number.ToString(CultureInfo.InvariantCulture);
        return
        [
            new TextField(whose + "-given-name")
            {
                Label = "First name",
                Called = $"First name of person {number}",
                Spellcheck = false,
                Max = 100,
                Width = "govuk-!-width-two-thirds",
                OnlyWhen = InUse,
            },
            new TextField(whose + "-family-name")
            {
                Label = "Last name",
                Called = $"Last name of person {number}",
                Spellcheck = false,
                Max = 100,
                Width = "govuk-!-width-two-thirds",
                OnlyWhen = InUse,
            },
            new ChoiceField<string>(whose + "-relationship", [.. Relationships])
            {
                Label = "Who they are to you",
                Called = $"Who person {number} is to you",
                MissingMessage = $"Select who person {number} is to you",
                AsSelect = true,
                OnlyWhen = InUse,
            },
            new DateField(whose + "-born")
            {
                Label = "Date of birth",
                Called = $"Date of birth of person {number}",
                Optional = true,
                Latest = today => today,
                LatestMessage = $"Date of birth of person {number} must be today or in the past",
                Earliest = today => today.AddYears(-120),
                EarliestMessage =
                    $"Date of birth of person {number} must be less than 120 years ago. Check the year",
                OnlyWhen = InUse,
            },
        ];
    }
}
