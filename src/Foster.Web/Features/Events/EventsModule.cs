using Foster.Web.Features.Enquiries;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Events;

public sealed class EventsModule : IModule, INavigation
{
    public IEnumerable<NavigationItem> Items =>
        [
            new(
                "staff",
                "Events and calls",
                EventLinks.List,
                27,
                nameof(Role.RecruitmentOfficer),
                nameof(Role.TeamManager)
            ),
        ];

    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddScoped<BookingLinks>()
            .AddScoped<BookingCase>()
            .AddScoped<BookingAlone>()
            .AddScoped<EventPlaces>()
            .AddScoped<IWorkNotice, HeldBookings>()
            .AddScoped<IWorkNotice, MissedCalls>()
            .AddScoped<ISourceCosts, EventCosts>()
            .AddScoped<ISessions, ComingSessions>()
            .AddScoped<IBookedCalls, BookedCalls>();
}
