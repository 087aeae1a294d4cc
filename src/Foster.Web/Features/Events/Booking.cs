using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using static Foster.Web.Features.Events.BookingState;

namespace Foster.Web.Features.Events;

/// <summary>Where a booking stands.</summary>
public enum BookingState
{
    Booked,
    Waiting,
    Cancelled,
    Came,
    Missed,

    /// <summary>It looked as if a program had sent it: it has no place and got no message until somebody has looked.</summary>
    Held,
}

/// <summary>What is done with a booking.</summary>
public enum BookingVerb
{
    LetIn,
    MoveUp,
    Cancel,
    MarkCame,
    MarkMissed,
}

/// <summary>The state table of a booking.</summary>
public static class BookingMachine
{
    private static readonly Role[] Staff = [Role.RecruitmentOfficer, Role.TeamManager];

    public static StateMachine<BookingState, BookingVerb> Table { get; } =
        new(
            "Booking",
            Words,
            Words,
            Row(BookingVerb.LetIn, [Held], Waiting, "It was sent by a person", Staff),
            Row(BookingVerb.MoveUp, [Waiting], Booked, "A place is free", Role.System),
            Row(
                BookingVerb.Cancel,
                [Booked, Waiting],
                Cancelled,
                "Before it begins",
                [Role.LinkHolder, Role.System, .. Staff]
            ),
            Row(BookingVerb.Cancel, [Held], Cancelled, "It was not sent by a person", Staff),
            Row(BookingVerb.MarkCame, [Booked, Waiting, Missed, Held], Came, "It has begun", Staff),
            Row(BookingVerb.MarkMissed, [Booked, Came], Missed, "It has begun", Staff)
        );

    /// <summary>A state as it follows «it is …».</summary>
    public static string Words(BookingState state) =>
        state switch
        {
            Booked => "booked",
            Waiting => "on the waiting list",
            Cancelled => "cancelled",
            Came => "marked as here",
            Held => "waiting for a look",
            _ => "marked as not here",
        };

    private static string Words(BookingVerb verb) =>
        verb switch
        {
            BookingVerb.LetIn => "let a booking in",
            BookingVerb.MoveUp => "give a place to somebody",
            BookingVerb.Cancel => "cancel a booking",
            BookingVerb.MarkCame => "mark somebody as here",
            _ => "mark somebody as not here",
        };

    private static Transition<BookingState, BookingVerb> Row(
        BookingVerb verb,
        IReadOnlyList<BookingState> from,
        BookingState? to,
        string guard,
        params Role[] by
    ) => new("M-HUB-11", verb, from, to, by, guard);
}

/// <summary>
/// Somebody comes to an event or waits for a place. It belongs to no case until they enquire (M-HUB-09), and goes a month
/// after the event where they never did.
/// </summary>
public sealed class Booking : ICouncilOwned, IVersioned
{
    public const int MostPeople = 4;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid EventId { get; init; }

    /// <summary>The case of their enquiry.</summary>
    public Guid? CaseId { get; private set; }
    public required string FirstName { get; init; }
    public required string Email { get; init; }
    public string? Telephone { get; init; }
    public string? AccessNeeds { get; init; }
    public required int People { get; init; }
    public required DateTime BookedAt { get; init; }
    public BookingState State { get; private set; }

    /// <summary>The link that brought them here, if they came by one; it stays theirs when they enquire (M-HUB-09).</summary>
    public EnquirySource? FirstSource { get; init; }
    public Guid? FirstCampaignId { get; init; }
    public DateTime? RemindedAt { get; private set; }

    /// <summary>After a call that nobody answered: the day on which nothing more was to be done about it.</summary>
    public DateOnly? LeftOn { get; private set; }

    /// <summary>After a call that nobody answered: the last day on which they were called again in vain.</summary>
    public DateOnly? TriedOn { get; private set; }

    /// <summary>From when a booking that is in no case is over.</summary>
    public DateTime? OverAt { get; private set; }
    public uint Version { get; set; }

    public SourceTouch? Came =>
        FirstSource is { } source ? new SourceTouch(source, FirstCampaignId) : null;

    public bool IsLive => State is Booked or Waiting;

    /// <summary>As it is made: with a place, or on the waiting list.</summary>
    public void Begin(bool hasPlace, DateTime eventEndsAt) =>
        (State, OverAt) = (hasPlace ? Booked : Waiting, eventEndsAt);

    /// <summary>As it is made where nobody has looked at it yet.</summary>
    public void Hold(DateTime eventEndsAt) => (State, OverAt) = (Held, eventEndsAt);

    public void Join(Guid caseId) => (CaseId, OverAt) = (caseId, null);

    public void Remind(DateTime at) => RemindedAt = at;

    public void Leave(DateOnly on) => LeftOn = on;

    public void TryAgain(DateOnly on) => TriedOn = on;

    /// <summary>The event is at another time: who was reminded of the former day is reminded again.</summary>
    public void Shift(DateTime eventEndsAt, bool remindAgain)
    {
        if (remindAgain)
            RemindedAt = null;
        if (CaseId is null)
            OverAt = eventEndsAt;
    }

    public Result Move(BookingVerb verb, Actor actor)
    {
        var against = BookingMachine.Table.Against(State, verb, actor.Role);
        if (against.Count > 0)
            return Result.Refused([.. against]);
        State = BookingMachine.Table.Row(State, verb, actor.Role).To ?? State;
        return Result.Done;
    }
}
