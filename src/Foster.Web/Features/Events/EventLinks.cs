using Foster.Web.Features.Cases;

namespace Foster.Web.Features.Events;

/// <summary>The addresses of events and bookings.</summary>
public static class EventLinks
{
    public const string Public = "/events";
    public const string Calls = "/call-back";
    public const string List = "/staff/events";
    public const string New = List + "/new";

    public static string Book(Guid id) => $"{Public}/{id}";

    public static string Booked(Guid id) => $"{Public}/{id}/booked";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Edit(Guid id) => $"{List}/{id}/edit";

    public static string Cancel(Guid id) => $"{List}/{id}/cancel";

    public static string Show(bool past, string? after = null) =>
        CaseLinks.With(List, ("show", past ? "past" : null), ("after", after));
}
