using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Events;

/// <summary>The addresses of events and bookings.</summary>
public static class EventLinks
{
    public const string Public = "/events";
    public const string Calls = "/call-back";
    public const string List = "/staff/events";
    public const string New = List + "/new";

    public const string Missed = List + "/missed-calls";

    public static string FollowUp(Guid bookingId) => $"{List}/bookings/{bookingId}/follow-up";

    public static string FurtherMissed(string? after) => CaseLinks.With(Missed, ("after", after));

    public static string Book(Guid id) => $"{Public}/{id}";

    public static string Booked(Guid id) => $"{Public}/{id}/booked";

    /// <summary>A page of what anybody can book.</summary>
    public static string Further(bool calls, string? after) =>
        CaseLinks.With(calls ? Calls : Public, ("after", after));

    public static string One(Guid id) => $"{List}/{id}";

    public static string Edit(Guid id) => $"{List}/{id}/edit";

    public static string Cancel(Guid id) => $"{List}/{id}/cancel";

    public static string CancelBooking(Guid bookingId) => $"{List}/bookings/{bookingId}/cancel";

    public static string Look(Guid bookingId) => $"{List}/bookings/{bookingId}/look";

    public static string Show(bool past, string? after = null) =>
        CaseLinks.With(List, ("show", past ? "past" : null), ("after", after));
}
