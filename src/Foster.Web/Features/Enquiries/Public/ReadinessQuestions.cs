namespace Foster.Web.Features.Enquiries.Public;

/// <summary>
/// The questions of «Can I foster?» (§2.1). Only being under 18 is a no; every other answer leads on (R-ELIG-01).
/// Nothing is asked here about convictions or health: the answers stand in the address.
/// </summary>
public static class ReadinessQuestions
{
    public const string Age = "age";
    public const string Under18 = "under-18";

    // The next three are asked by the enquiry too, by the same names and keys, and can be carried over to it.
    public static string Rooms => HomeQuestions.SpareRooms.Name;
    public static string Child => FosteringQuestions.KnowsChild.Name;
    public static string Together => EnquiryQuestions.Together.Name;

    public static IReadOnlyList<ReadinessQuestion> All { get; } =
    [
        // R-ELIG-01 and R-ELIG-02
        new(
            Age,
            "How old are you?",
            "Your age",
            "There is no upper age.",
            [
                new(
                    Under18,
                    "Under 18",
                    "You need to be 18 or over. We would be glad to hear from you after your 18th birthday.",
                    Footing.Policy
                ),
                new(
                    "18-20",
                    "18 to 20",
                    "The law sets no age of 21, but most councils ask for it. Talk to us about when you could start. It does not apply to a child you already know.",
                    Footing.Policy
                )
                {
                    Talk = true,
                },
                new(
                    "21",
                    "21 or over",
                    "You are old enough, and never too old: we look at whether you are well enough to care for a child.",
                    Footing.Open
                ),
            ]
        ),
        new(
            Child,
            "Do you want to look after a child you already know?",
            "A child you know",
            "For example a grandchild, a niece, or the child of a friend.",
            [
                new(
                    "yes",
                    "Yes",
                    "There is a road of its own for relatives and friends, and it can be quick. Say so when you enquire, and we call you within 1 working day.",
                    Footing.Open
                )
                {
                    Talk = true,
                },
                new(
                    "no",
                    "No",
                    "Most people who foster look after children they did not know before.",
                    Footing.Open
                ),
            ]
        ),
        // R-ELIG-03
        new(
            Rooms,
            "How many spare bedrooms do you have?",
            "Spare bedrooms",
            "A room that a foster child could have to themselves.",
            [
                new(
                    "0",
                    "None at the moment",
                    "It is not a law, but a child over 3 should have a room of their own. A baby may sleep in your room at some councils. Send us your enquiry, and a person looks at what is possible.",
                    Footing.Standard
                )
                {
                    Talk = true,
                },
                new(
                    "1",
                    "One",
                    "That is enough for one child. Brothers and sisters can sometimes share.",
                    Footing.Standard
                ),
                new(
                    "2",
                    "Two",
                    "You may be able to keep brothers and sisters together.",
                    Footing.Standard
                ),
                new(
                    "3",
                    "Three or more",
                    "You may be able to keep brothers and sisters together.",
                    Footing.Standard
                ),
            ]
        ),
        // R-ELIG-05
        new(
            Together,
            "Would you foster on your own or with a partner?",
            "On your own or with a partner",
            "You can be married or not, of any gender or orientation, renting or owning, and with or without children of your own.",
            [
                new(
                    "alone",
                    "On my own",
                    "Single people foster. The Equality Act protects you.",
                    Footing.Open
                ),
                new(
                    "partner",
                    "With a partner",
                    "We get to know both of you. The Equality Act protects couples of every kind.",
                    Footing.Open
                ),
            ]
        ),
        // R-ELIG-04
        new(
            "residence",
            "Can you live in the United Kingdom for as long as you like?",
            "Living in the UK",
            "For example because you are a citizen or have settled status.",
            [
                new("yes", "Yes", "There is nothing more to say about it.", Footing.Open),
                new(
                    "until",
                    "Only until a certain date",
                    "The fostering law does not say how long. Councils differ, so tell us until when, and we look at it together.",
                    Footing.Policy
                )
                {
                    Talk = true,
                },
                new(
                    "unsure",
                    "I am not sure",
                    "The fostering law does not rule you out. Call us, and we find out together.",
                    Footing.Policy
                )
                {
                    Talk = true,
                },
            ]
        ),
        // R-ELIG-06
        new(
            "smoking",
            "Does anyone in your home smoke or vape?",
            "Smoking and vaping",
            null,
            [
                new(
                    "yes",
                    "Yes",
                    "You can foster. Most councils then place no child under 5 with you. We can help you to stop.",
                    Footing.Policy
                ),
                new("no", "No", "There is nothing more to say about it.", Footing.Open),
            ]
        ),
        // R-ELIG-07
        new(
            "pets",
            "Do you have pets?",
            "Pets",
            null,
            [
                new("no", "No", "There is nothing more to say about it.", Footing.Open),
                new(
                    "yes",
                    "Yes",
                    "Many children love them. We look at each animal with you when you apply.",
                    Footing.Policy
                ),
                new(
                    "dangerous",
                    "Yes, and one is a banned breed or a dangerous wild animal",
                    "The law on banned breeds and dangerous wild animals applies to you. Tell us about it when we call you: what is possible depends on the animal.",
                    Footing.Law
                )
                {
                    Talk = true,
                },
            ]
        ),
        // R-ELIG-09
        new(
            "time",
            "Do you have time for a child in your life now?",
            "Time for a child",
            "You can work. Some kinds of fostering are for a few weekends a year.",
            [
                new("yes", "Yes", "Then enquire. It commits you to nothing.", Footing.Open),
                new(
                    "some",
                    "Some, beside my work or my family",
                    "Ask us about short breaks and about employers who give time off. We look at it with you.",
                    Footing.Open
                ),
                new(
                    "later",
                    "Not now, perhaps later",
                    "That is a good answer. We can ask you again in a month that you choose.",
                    Footing.Open
                )
                {
                    Wait = true,
                },
            ]
        ),
    ];
}
