using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;

namespace Foster.Web.Features.Events;

/// <summary>Kinds, states and times of events in words.</summary>
public static class EventWords
{
    /// <summary>So long a call with somebody who wants to know about fostering takes, as we tell them.</summary>
    public const int CallMinutes = 15;

    public static IReadOnlyList<Option<EventKind>> Kinds { get; } =
    [
        new(EventKind.DropIn, "Drop-in", "People come when they like"),
        new(EventKind.InformationSession, "Information session"),
        new(EventKind.Online, "Online session", "Place: how people join"),
        new(EventKind.Stall, "Stall or stand"),
        new(EventKind.CallBack, "Times for calls", "People choose a time and we call them"),
    ];

    public static string Kind(EventKind kind) => Kinds.First(o => o.Value == kind).Label;

    public static string State(EventState state) =>
        state switch
        {
            EventState.Draft => "Draft",
            EventState.Published => "Published",
            _ => "Cancelled",
        };

    public static string State(BookingState state) =>
        state switch
        {
            BookingState.Booked => "Booked",
            BookingState.Waiting => "Waiting list",
            BookingState.Cancelled => "Cancelled",
            BookingState.Came => "Came",
            BookingState.Held => "To look at",
            _ => "Did not come",
        };

    /// <summary>Monday 7 December 2026 between 6pm and 7:30pm.</summary>
    public static string Between(DateTime startsAt, DateTime endsAt)
    {
        var (from, to) = (London.Wall(startsAt), London.Wall(endsAt));
        return $"{BritishDate.Full(DateOnly.FromDateTime(from))} between {BritishTime.Of(TimeOnly.FromDateTime(from))} and {BritishTime.Of(TimeOnly.FromDateTime(to))}";
    }

    /// <summary>Monday 7 December 2026, 6pm to 7:30pm.</summary>
    public static string When(DateTime startsAt, DateTime endsAt)
    {
        var (from, to) = (London.Wall(startsAt), London.Wall(endsAt));
        return $"{BritishDate.Full(DateOnly.FromDateTime(from))}, {BritishTime.Of(TimeOnly.FromDateTime(from))} to {BritishTime.Of(TimeOnly.FromDateTime(to))}";
    }
}
