using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Enquiries.Public;

/// <summary>What they think of, and what helps us to call.</summary>
public static class FosteringQuestions
{
    private const string Unsure = "unsure";

    public static readonly MultiChoiceField<string> Interests = new(
        "interests",
        new Option<string>("short", "Short-term", "A few weeks to two years, while plans are made"),
        new Option<string>("long", "Long-term", "Until the child is grown up"),
        new Option<string>("emergency", "Emergency", "At short notice, often for a few nights"),
        new Option<string>("breaks", "Short breaks", "Regular weekends or holidays"),
        new Option<string>("parent", "Parent and child", "A young parent with a baby"),
        new Option<string>("teenagers", "Teenagers"),
        new Option<string>("siblings", "Brothers and sisters together"),
        new Option<string>(
            "unaccompanied",
            "Young people seeking asylum",
            "Who came to this country without their family"
        ),
        new Option<string>(Unsure, "I am not sure yet")
    )
    {
        Label = "What kinds of fostering interest you?",
        Called = "Kinds of fostering",
        Hint = "Select all that apply. You can change your mind at any time.",
        MissingMessage = "Select a kind of fostering, or that you are not sure yet",
        Rule = (chosen, _) =>
            chosen.Count > 1 && chosen.Contains(Unsure)
                ? "Select the kinds of fostering that interest you, or select “I am not sure yet”, but not both"
                : null,
    };

    public static readonly YesNoField KnowsChild = new("knows-child")
    {
        Label = "Do you want to foster a child you already know?",
        Called = "A child you already know",
        Hint =
            "For example a grandchild, a niece, or the child of a friend. Do not tell us the child’s name here.",
        MissingMessage = "Select yes if you want to foster a child you already know",
    };

    public static readonly YesNoField FostersNow = new("fosters-now")
    {
        Label = "Do you, or your partner, foster for another service now?",
        Called = "Foster for another service now",
        Hint =
            "For example for another council or an agency. If you do, we explain how a move to us works when we call.",
        MissingMessage = "Select yes if you or your partner foster for another service now",
    };

    public static readonly TextField CurrentService = new("current-service")
    {
        Label = "What is the service called?",
        Called = "The service you foster for",
        MissingMessage = "Enter the name of the service",
        Spellcheck = false,
    };

    public static readonly YesNoField ChildrenPlaced = new("children-placed")
    {
        Label = "Does a foster child live with you now?",
        Called = "A foster child lives with you",
        MissingMessage = "Select yes if a foster child lives with you now",
    };

    public static readonly ChoiceField<string> HowHeard = new(
        "how-heard",
        new Option<string>("carer", "From a foster carer"),
        new Option<string>("friend", "From a friend or relative"),
        new Option<string>("search", "Searching the internet"),
        new Option<string>("social", "Social media"),
        new Option<string>("website", "The council’s website"),
        new Option<string>("radio", "Radio or television"),
        new Option<string>("press", "A newspaper or magazine"),
        new Option<string>("poster", "A poster, leaflet or banner"),
        new Option<string>("event", "At an event"),
        new Option<string>("community", "A school, a faith or a community group"),
        new Option<string>("employer", "Through my employer"),
        new Option<string>("before", "I have asked you before"),
        new Option<string>("other", "Another way")
    )
    {
        Label = "How did you hear about us?",
        Called = "How you heard about us",
        Optional = true,
    };

    public static readonly YesNoField Connected = new("connected")
    {
        Label = "Are you connected with someone who works for the council, or with a councillor?",
        Called = "Connected with staff or councillors",
        Hint =
            "Say yes if you or someone in your family works for the council, is a councillor, or sits on the fostering panel. It does not count against you. If you say yes, only two named officers will see your enquiry.",
        MissingMessage =
            "Select yes if you are connected with someone who works for the council, or with a councillor",
    };

    public static readonly TextField ConnectedWith = new("connected-with")
    {
        Label = "Who are you connected with?",
        Called = "Who you are connected with",
        Hint = "Their name, where they work, and how you know them. If it is you, say so.",
        MissingMessage = "Enter who you are connected with",
        Rows = 3,
        Max = 200,
    };

    public static readonly TextField AccessNeeds = new("access-needs")
    {
        Label = "Is there anything we should know to make it easier to talk to you?",
        Called = "Access and language needs",
        Hint =
            "For example an interpreter, British Sign Language, large print, or text messages instead of calls.",
        Optional = true,
        Rows = 3,
        Max = 500,
    };

    /// <param name="whenToCall">As <see cref="WhenToCallOf"/> makes it.</param>
    public static IReadOnlyList<JourneyQuestion> QuestionsFor(ChoiceField<string> whenToCall) =>
        [
            new("interests", Interests.Label, Interests) { Section = EnquiryQuestions.Fostering },
            new("child", KnowsChild.Label, KnowsChild) { Section = EnquiryQuestions.Fostering },
            new("fosters-now", FostersNow.Label, FostersNow)
            {
                Section = EnquiryQuestions.Fostering,
            },
            new("current-service", "The service you foster for", CurrentService, ChildrenPlaced)
            {
                Section = EnquiryQuestions.Fostering,
                Asked = form => form.Get(FostersNow) == true,
                Lead = ["Please do not resign from it before you have talked with us."],
            },
            new("when-to-call", whenToCall.Label, whenToCall)
            {
                Section = EnquiryQuestions.Last,
                Asked = form => form.Get(EnquiryQuestions.Telephone) is not null,
            },
            new("how-heard", HowHeard.Label, HowHeard) { Section = EnquiryQuestions.Last },
            new("connection", Connected.Label, Connected) { Section = EnquiryQuestions.Last },
            new("connected-with", ConnectedWith.Label, ConnectedWith)
            {
                Section = EnquiryQuestions.Last,
                Asked = form => form.Get(Connected) == true,
            },
            new("access-needs", AccessNeeds.Label, AccessNeeds) { Section = EnquiryQuestions.Last },
        ];

    /// <param name="openingHours">When the team of the chosen council answers; null where it is not known.</param>
    public static ChoiceField<string> WhenToCallOf(string? openingHours) =>
        new(
            "when-to-call",
            new Option<string>("any", "Any time"),
            new Option<string>("morning", "Morning"),
            new Option<string>("afternoon", "Afternoon"),
            new Option<string>("evening", "After 5pm")
        )
        {
            Label = "When is a good time to call you?",
            Called = "When to call",
            Hint = openingHours is null
                ? null
                : $"Our team answers {openingHours}. Tell us what suits you and we arrange it.",
            MissingMessage = "Select when is a good time to call you",
        };
}
