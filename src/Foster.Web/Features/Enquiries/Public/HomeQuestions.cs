using System.Globalization;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>Who lives with the enquirer, and the room there is.</summary>
public static class HomeQuestions
{
    private const int MostPeople = 20;

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
        new("grandparent", "Grandparent"),
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
        new("people-count", "person", MostPeople, FieldsOf) { Least = 0, Say = SayOf };

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
            Check = form =>
            {
                if (form.Ok && People.CountOf(form) == 0)
                    form.AddError(null, "Add the people who live with you");
            },
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
        var (name, more) = SayOf(form, number);
        return more.Length == 0 ? name : $"{name}, {Words.LowerFirst(more)}";
    }

    /// <summary>Somebody by name, who they are and when they were born, as far as it was said.</summary>
    private static (string Name, string More) SayOf(Form form, int number)
    {
        var name =
            $"{form.Get(Text(number, Part.GivenName))} {form.Get(Text(number, Part.FamilyName))}";
        var born = form.Get((DateField)Field(number, Part.Born)) is { } day
            ? "born " + BritishDate.Long(day)
            : "";
        var more = ((string[])[RelationshipOf(form, number), born]).Where(p => p.Length > 0);
        return (
            name.Trim() is { Length: > 0 } said ? said : $"Person {number}",
            string.Join(", ", more)
        );
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
                Called = "Their first name",
                Spellcheck = false,
                Max = 100,
                Width = "govuk-!-width-two-thirds",
                OnlyWhen = InUse,
            },
            new TextField(whose + "-family-name")
            {
                Label = "Last name",
                Called = "Their last name",
                Spellcheck = false,
                Max = 100,
                Width = "govuk-!-width-two-thirds",
                OnlyWhen = InUse,
            },
            new ChoiceField<string>(whose + "-relationship", [.. Relationships])
            {
                Label = "Who they are to you",
                MissingMessage = "Select who they are to you",
                AsSelect = true,
                OnlyWhen = InUse,
            },
            new DateField(whose + "-born")
            {
                Label = "Date of birth",
                Called = "Their date of birth",
                Hint = "For example, 14 9 2015",
                Optional = true,
                Latest = today => today,
                LatestMessage = "Their date of birth must be today or in the past",
                Earliest = today => today.AddYears(-120),
                EarliestMessage =
                    "Their date of birth must be less than 120 years ago. Check the year",
                OnlyWhen = InUse,
            },
        ];
    }
}
