using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Events.Staff;

/// <summary>The questions about an event.</summary>
internal static class EventFields
{
    public static readonly ChoiceField<EventKind> Kind = new("kind", EventWords.Kinds)
    {
        Label = "What is it?",
        MissingMessage = "Select what it is",
    };

    public static readonly TextField Title = new("title")
    {
        Label = "What people read as its name",
        MissingMessage = "Enter its name",
        Max = 120,
    };

    public static readonly DateField On = new("on")
    {
        Label = "Day",
        MissingMessage = "Enter the day",
        Earliest = today => today,
        EarliestMessage = "The day must be today or later",
        Latest = today => today.AddYears(2),
        LatestMessage = "The day must be within two years",
    };

    public static readonly TimeField Starts = new("starts")
    {
        Label = "Begins at",
        Hint = "For example, 6pm",
        MissingMessage = "Enter when it begins",
    };

    public static readonly TimeField Ends = new("ends")
    {
        Label = "Ends at",
        MissingMessage = "Enter when it ends",
    };

    public static readonly TextField Place = new("place")
    {
        Label = "Where it is",
        Hint = "Name and address. Leave it empty for calls.",
        Optional = true,
        Max = 200,
    };

    public static readonly TextField Directions = new("directions")
    {
        Label = "How to get there",
        Hint = "In words: bus, train, parking, the entrance. For calls: what you talk about.",
        Optional = true,
        Rows = 4,
        Max = 2000,
    };

    public static readonly TextField Access = new("access")
    {
        Label = "Access",
        Hint = "Such as step-free entrance, hearing loop, a room for children.",
        Optional = true,
        Rows = 3,
        Max = 2000,
    };

    public static readonly NumberField Places = new("places")
    {
        Label = "Places",
        Hint =
            $"How many people can come, or how many calls you can make in the time. A call takes about {EventWords.CallMinutes} minutes, so one person makes at most {60 / EventWords.CallMinutes} an hour.",
        MissingMessage = "Enter how many places there are",
        Min = 1,
        Max = 5_000,
    };

    public static readonly MoneyField Cost = new("cost")
    {
        Label = "What it costs the service",
        Hint =
            "Room, food, travel and advertising. For the cost of an enquiry; nobody outside sees it.",
        Optional = true,
    };

    public static readonly NumberField Weeks = new("weeks")
    {
        Label = "For how many weeks in a row?",
        Hint = "Each week is entered as one of its own. 1 if it is held once.",
        MissingMessage = "Enter for how many weeks",
        Min = 1,
        Max = SaveEvent.MostWeeks,
        Width = "govuk-input--width-2",
    };

    public static readonly YesNoField Publish = new("publish")
    {
        Label = "Show it on the website now?",
        MissingMessage = "Select yes to show it on the website now",
    };

    public static EventPlan PlanOf(Form form, LondonClock clock) =>
        new(
            form.Must(Kind),
            form.Must(Title),
            clock.FromLondon(form.Must(On), form.Must(Starts)),
            clock.FromLondon(form.Must(On), form.Must(Ends)),
            form.Get(Place) ?? "",
            form.Get(Directions) ?? "",
            form.Get(Access) ?? "",
            form.Must(Places),
            form.Get(Cost) ?? 0
        );

    public static void Fill(Form form, EventLine line)
    {
        var (from, to) = (London.Wall(line.StartsAt), London.Wall(line.EndsAt));
        form.Fill(Kind, line.Kind)
            .Fill(Title, line.Title)
            .Fill(On, DateOnly.FromDateTime(from))
            .Fill(Starts, TimeOnly.FromDateTime(from))
            .Fill(Ends, TimeOnly.FromDateTime(to))
            .Fill(Place, line.Place)
            .Fill(Directions, line.Directions)
            .Fill(Access, line.Access)
            .Fill(Places, line.Places)
            .Fill(Cost, line.CostPence);
    }
}
