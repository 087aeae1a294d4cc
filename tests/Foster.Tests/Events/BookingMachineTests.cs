using Foster.Web.Features.Events;
using Foster.Web.Foundation.Actors;
using Xunit;
using static Foster.Web.Features.Events.BookingState;

namespace Foster.Tests.Events;

/// <summary>Every act on a booking in every state by every role (M-HUB-11), written down from the words of the pages.</summary>
public class BookingMachineTests
{
    private static readonly Role[] Team = [Role.RecruitmentOfficer, Role.TeamManager];

    private static readonly (
        BookingVerb Verb,
        BookingState[] From,
        BookingState To,
        Role[] By
    )[] Rules =
    [
        (BookingVerb.LetIn, [Held], Waiting, Team),
        (BookingVerb.MoveUp, [Waiting], Booked, [Role.System]),
        (BookingVerb.Cancel, [Booked, Waiting], Cancelled, [Role.LinkHolder, Role.System, .. Team]),
        (BookingVerb.Cancel, [Held], Cancelled, Team),
        (BookingVerb.MarkCame, [Booked, Waiting, Missed, Held], Came, Team),
        (BookingVerb.MarkMissed, [Booked, Came], Missed, Team),
    ];

    [Fact]
    public void Every_act_in_every_state_by_every_role()
    {
        foreach (var state in Enum.GetValues<BookingState>())
        foreach (var verb in Enum.GetValues<BookingVerb>())
        foreach (var role in Enum.GetValues<Role>())
        {
            var rule = Rules
                .Where(r => r.Verb == verb && r.From.Contains(state) && r.By.Contains(role))
                .Select(r => (BookingState?)r.To)
                .SingleOrDefault();
            var booking = In(state);
            var done = booking.Move(verb, new Actor(Guid.NewGuid(), "Somebody", role, Guid.Empty));
            Assert.True(done.Ok == rule is not null, $"{state} {verb} {role}: {done.Reasons}");
            Assert.Equal(rule ?? state, booking.State);
        }
    }

    private static Booking In(BookingState state)
    {
        var booking = new Booking
        {
            CouncilId = Guid.Empty,
            EventId = Guid.Empty,
            FirstName = "Robin",
            Email = "robin@foster.example",
            People = 1,
            BookedAt = default,
        };
        if (state == Held)
            booking.Hold(default);
        else
            booking.Begin(state != Waiting, default);
        var team = new Actor(Guid.NewGuid(), "Somebody", Role.TeamManager, Guid.Empty);
        BookingVerb? act = state switch
        {
            Cancelled => BookingVerb.Cancel,
            Came => BookingVerb.MarkCame,
            Missed => BookingVerb.MarkMissed,
            _ => null,
        };
        if (act is { } verb)
            Assert.True(booking.Move(verb, team).Ok);
        return booking;
    }
}
