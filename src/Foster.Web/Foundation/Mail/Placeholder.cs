namespace Foster.Web.Foundation.Mail;

/// <summary>A place in the words of a message that is filled when it is written.</summary>
/// <param name="Name">As it stands between the braces.</param>
/// <param name="What">What is put in.</param>
/// <param name="Example">For the preview and the test message.</param>
public sealed record Placeholder(string Name, string What, string Example)
{
    public string Written => $"{{{Name}}}";
}

/// <summary>
/// All that a message may say of a person or a case: a first name, the reference, the team and how to reach it, dates and
/// times, a link. A test holds the list.
/// </summary>
public static class Placeholders
{
    public static readonly Placeholder FirstName = new(
        "first name",
        "The first name of whoever gets it",
        "Ada"
    );

    public static readonly Placeholder Reference = new(
        "reference",
        "The reference of the case",
        "HAR-2026-00123"
    );

    public static readonly Placeholder Date = new("date", "The date", "3 December 2026");

    public static readonly Placeholder Day = new(
        "day",
        "The date with the day of the week",
        "Thursday 3 December 2026"
    );

    public static readonly Placeholder Time = new("time", "The time of day", "2:30pm");

    public static readonly Placeholder EndTime = new(
        "end time",
        "The time of day when it ends",
        "4pm"
    );

    public static readonly Placeholder AnswerBy = new(
        "answer by",
        "The date by which we hope for an answer",
        "26 November 2026"
    );

    public static readonly Placeholder FormerDate = new(
        "former date",
        "The date that does not hold any more",
        "26 November 2026"
    );

    public static readonly Placeholder FormerDay = new(
        "former day",
        "The same with the day of the week",
        "Thursday 26 November 2026"
    );

    public static readonly Placeholder FormerTime = new(
        "former time",
        "The time of day that does not hold any more",
        "10am"
    );

    public static readonly Placeholder Days = new("days", "How many days the link works", "7");

    public static readonly Placeholder HowOften = new(
        "how often",
        "How often they are asked, as they chose it",
        "every 6 months"
    );

    public static readonly Placeholder Link = new(
        "link",
        "The address to go to; it is made for whoever gets the message",
        "https://fostering.example/enquiry/example"
    );

    public static readonly Placeholder Pack = new(
        "pack",
        "The address of the information pack, which anybody can read",
        "https://fostering.example/information-pack/example"
    );

    public static readonly Placeholder Events = new(
        "events",
        "The address of the information sessions and events, where anybody can book",
        "https://fostering.example/events"
    );

    public static readonly Placeholder List = new(
        "list",
        "What is due: each with its reference, date, link and rule",
        "The decision on the application (HAR-2026-00123) is due on 3 December 2026.\n"
            + "https://fostering.example/staff/cases/example\nYou are told as: Team manager (REM-05)."
    );

    public static readonly Placeholder Due = new(
        "due",
        "What is due, or how many things where there are several",
        "The decision on the application (HAR-2026-00123)"
    );

    public static readonly Placeholder Site = new("site", "The name of this website", "Foster");

    public static readonly Placeholder Team = new("team", "The name of your team", "The team");

    public static readonly Placeholder Council = new(
        "council",
        "The name of your council",
        "The council"
    );

    public static readonly Placeholder Telephone = new(
        "telephone",
        "The team’s telephone number",
        "0151 496 0123"
    );

    public static readonly Placeholder OpeningHours = new(
        "opening hours",
        "When the team can be reached",
        "Monday to Friday, 9am to 5pm"
    );

    /// <summary>What every message can say, since every message is from a council's team.</summary>
    public static IReadOnlyList<Placeholder> OfEvery { get; } =
    [Team, Telephone, OpeningHours, Council];

    /// <summary>Takes up more than a line, or belongs behind words that say what it is for.</summary>
    public static IReadOnlyList<Placeholder> InBodyOnly { get; } =
    [Link, Pack, Events, List, .. LetterPlaces.InBodyOnly];
}
