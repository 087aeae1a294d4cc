using Foster.Web.Features.Enquiries.Public;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Link;

/// <summary>The questions of the expression of interest, a short step after the first talk.</summary>
public static class InterestQuestions
{
    private const string You = "About you";
    private const string Home = "Your home";
    private const string Last = "The visit";

    public static readonly YesNoField Still = new("still")
    {
        Label = "Would you like to go on with fostering?",
        Called = "Would like to go on",
        Hint = "You can still change your mind later.",
        Yes = "Yes, I would like to go on",
        No = "No, or not now",
        Inline = false,
        MissingMessage = "Select yes if you would like to go on",
    };

    public static readonly TextField Motivation = Text(
        "motivation",
        "Why would you like to foster?",
        "Why you would like to foster",
        "A few sentences are enough.",
        "Enter why you would like to foster"
    );

    public static readonly TextField Experience = Text(
        "experience",
        "What experience do you have of caring for children?",
        "Experience with children",
        "For example your own children, relatives, work or volunteering. If you have none, say so: it is not needed.",
        "Enter what experience you have of caring for children, or that you have none"
    );

    public static readonly TextField WorkAndTime = Text(
        "work-and-time",
        "What is your work, and how much time would you have for a child?",
        "Work and time",
        "Include your partner if you are enquiring together.",
        "Enter your work and the time you would have"
    );

    public static readonly TextField Changes = Text(
        "changes",
        "Has anything changed since your enquiry?",
        "What has changed",
        "For example your address, your telephone number or who lives with you.",
        optional: true
    );

    public static readonly ChoiceField<string> Tenure = new(
        "tenure",
        new Option<string>("own", "We own it, with or without a mortgage"),
        new Option<string>("social", "We rent it from a council or housing association"),
        new Option<string>("private", "We rent it from a private landlord"),
        new Option<string>("family", "We live with family or friends"),
        new Option<string>("other", "Something else")
    )
    {
        Label = "Do you own or rent your home?",
        Called = "Own or rent",
        Hint =
            "Either is fine. If you rent, we talk with you about whether your landlord needs to know.",
        MissingMessage = "Select whether you own or rent your home",
    };

    public static readonly TextField Pets = new("pets")
    {
        Label = "Which pets or other animals do you have?",
        Called = "Pets",
        Optional = true,
        Max = 500,
    };

    public static readonly YesNoField Smokes = new("smokes")
    {
        Label = "Does anyone in your home smoke or vape?",
        Called = "Smoking or vaping",
        MissingMessage = "Select yes if anyone in your home smokes or vapes",
    };

    public static readonly YesNoField Drives = new("drives")
    {
        Label = "Can you or your partner drive a car that you can use?",
        Called = "Driving",
        MissingMessage = "Select yes if you or your partner can drive a car that you can use",
    };

    public static readonly TextField Elsewhere = Text(
        "children-elsewhere",
        "Do you have children who live somewhere else?",
        "Children who live elsewhere",
        "Their ages and where they live are enough. Leave it empty if you have none.",
        optional: true
    );

    public static readonly TextField Earlier = Text(
        "earlier",
        "Have you applied to foster, adopt or mind children before?",
        "Earlier applications",
        "With whom, when, and how it ended. Leave it empty if you have not.",
        optional: true
    );

    public static readonly TextField VisitTimes = new("visit-times")
    {
        Label = "When could we visit you?",
        Called = "Good times for a visit",
        Hint =
            "The visit takes about 2 hours. For example, weekdays after 4pm. If you have a partner, both of you need to be there.",
        MissingMessage = "Enter when we could visit you",
        Rows = 3,
        Max = 500,
    };

    public static readonly TextField Needs = new("needs")
    {
        Label = "Do you need an interpreter or other help when we visit?",
        Called = "Interpreter or other help",
        Hint = "Leave it empty if you do not.",
        Optional = true,
        Rows = 3,
        Max = 500,
    };

    /// <param name="notNowPath">Where somebody goes who does not want to go on.</param>
    public static IReadOnlyList<JourneyQuestion> For(string notNowPath) =>
        [
            new("going-on", Still.Label, Still)
            {
                Section = You,
                LeadsAway = (form, _) => form.Get(Still) == false ? notNowPath : null,
            },
            new("motivation", Motivation.Label, Motivation) { Section = You },
            new("experience", Experience.Label, Experience) { Section = You },
            new("work", WorkAndTime.Label, WorkAndTime) { Section = You },
            new("earlier", Earlier.Label, Earlier) { Section = You },
            new("children-elsewhere", Elsewhere.Label, Elsewhere) { Section = You },
            new("changes", Changes.Label, Changes) { Section = Home },
            new("home", "A few facts about your home", Tenure, Smokes, Drives, Pets)
            {
                Section = Home,
            },
            new("visit-times", VisitTimes.Label, VisitTimes) { Section = Last },
            new("needs", Needs.Label, Needs) { Section = Last },
            new("connection", FosteringQuestions.Connected.Label, FosteringQuestions.Connected)
            {
                Section = Last,
            },
            new(
                "connected-with",
                FosteringQuestions.ConnectedWith.Label,
                FosteringQuestions.ConnectedWith
            )
            {
                Section = Last,
                Asked = form => form.Get(FosteringQuestions.Connected) == true,
            },
        ];

    private static TextField Text(
        string name,
        string label,
        string called,
        string hint,
        string? missing = null,
        bool optional = false
    ) =>
        new(name)
        {
            Label = label,
            Called = called,
            Hint = hint,
            MissingMessage = missing,
            Optional = optional,
            Rows = 5,
            Max = 2_000,
        };
}
