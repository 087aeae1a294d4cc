using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>Everything that is set up for the administrator's own council, with a way to change it.</summary>
public sealed class CouncilModel(
    CouncilDirectory councils,
    DutyHolderReads duties,
    ICalendarSource calendars,
    ActorSource actors
) : PageModel
{
    public Council Council { get; private set; } = null!;

    public IReadOnlyList<DutyHolders> Duties { get; private set; } = [];

    public WorkingCalendar Calendar { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Council = await councils.OfAsync(actors.Required, ct);
        Calendar = await calendars.CurrentAsync(ct);
        Duties = await duties.AllAsync(actors.Required, ct);
    }
}
