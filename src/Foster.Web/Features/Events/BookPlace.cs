using Foster.Web.Features.Enquiries;
using Foster.Web.Features.Events.Emails;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Mail;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Events;

/// <param name="Came">By which links they came here; null for without one (M-HUB-09).</param>
public sealed record BookPlaceInput(
    Guid EventId,
    string FirstName,
    string Email,
    string? Telephone,
    int People,
    string? AccessNeeds,
    IReadOnlyList<SpamSign>? Signs = null,
    CameBy? Came = null
);

/// <summary>
/// Books a place for somebody, who need not have enquired, or puts them on the waiting list when it is full. Bookings for
/// one event are made one after the other, so that no place is given twice. What looks as if a program had sent it is held
/// back without a place or a message until staff have looked, and is told the same as everybody.
/// </summary>
public sealed class BookPlace(
    FosterDb db,
    BookingLinks links,
    BookingCase cases,
    Trail trail,
    CouncilHistory history,
    Outbox outbox,
    LondonClock clock
)
{
    public Task<Result> RunAsync(BookPlaceInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => ActAsync(input, actor, ct), ct);

    private async Task<Result> ActAsync(BookPlaceInput input, Actor actor, CancellationToken ct)
    {
        await db.AloneAsync($"event:{input.EventId}", ct);
        var found = await db.Set<FosteringEvent>()
            .SingleOrDefaultAsync(
                e => e.Id == input.EventId && e.State == EventState.Published,
                ct
            );
        if (found is null || found.StartsAt <= clock.Now)
            return Result.Refused("This can no longer be booked. Choose another day.");
        var email = input.Email.ToLowerInvariant();
        var live = await db.Set<Booking>()
            .Where(b => b.EventId == found.Id)
            .Where(b =>
                b.State == BookingState.Booked
                || b.State == BookingState.Waiting
                || b.State == BookingState.Held
            )
            .ToListAsync(ct);
        var against = new List<Refusal>();
        if (input.People is < 1 or > Booking.MostPeople)
            against.Add(
                new($"You can book for 1 to {Booking.MostPeople} people.", "M-HUB-11", "people")
            );
        if (found.IsCall && input.Telephone is null)
            against.Add(
                new("Enter a telephone number, so that we can call you.", "M-HUB-11", "telephone")
            );
        if (against.Count > 0)
            return Result.Refused(against);
        var held = input.Signs is { Count: > 0 };
        // Twice by the same address is once: they get the same message again, and nobody learns that they had booked. Who
        // tries again after having been held back gets in.
        var booking = live.FirstOrDefault(b => b.Email == email && (held || b.IsLive));
        if (booking is null)
        {
            var came = await trail.FirstAsync(input.Came, ct);
            booking = new Booking
            {
                CouncilId = found.CouncilId,
                EventId = found.Id,
                FirstName = input.FirstName,
                Email = email,
                Telephone = input.Telephone,
                People = found.IsCall ? 1 : input.People,
                AccessNeeds = input.AccessNeeds,
                BookedAt = clock.Now,
                FirstSource = came?.Source,
                FirstCampaignId = came?.CampaignId,
            };
            var taken = live.Where(b => b.State == BookingState.Booked).Sum(b => b.People);
            if (held)
                booking.Hold(found.EndsAt);
            else
                booking.Begin(taken + booking.People <= found.Places, found.EndsAt);
            db.Add(booking);
            history.Write(
                actor,
                booking.Id,
                new HistoryNote(
                    held ? "event.booking-held" : "event.booked",
                    $"{found.Title}: {EventWords.State(booking.State).ToLowerInvariant()}"
                )
                {
                    Rules = ["M-HUB-11"],
                }
            );
            await cases.JoinAsync(booking, found, actor, ct);
        }
        if (!held)
            await PostAsync(found, booking, ct);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task PostAsync(FosteringEvent found, Booking booking, CancellationToken ct)
    {
        var to = await links.MailToAsync(found, booking, ct);
        outbox.Post(
            booking.CouncilId,
            booking.CaseId,
            booking.State == BookingState.Booked ? EventEmails.Booked(to) : EventEmails.Waiting(to)
        );
    }
}
