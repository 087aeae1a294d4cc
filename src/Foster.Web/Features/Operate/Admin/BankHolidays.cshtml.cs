using Foster.Web.Features.Operate.Councils;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>The bank holidays in force by year, where each comes from, and what was changed here.</summary>
public sealed class BankHolidaysModel(
    BankHolidayReads reads,
    ICalendarSource calendars,
    LondonClock clock,
    ActorSource actors
) : PageModel
{
    public const string Path = "/admin/council/bank-holidays";

    public WorkingCalendar Calendar { get; private set; } = null!;

    public IReadOnlyList<IGrouping<int, HolidayLine>> Years { get; private set; } = [];

    public IReadOnlyList<HolidayChange> Changes { get; private set; } = [];

    public bool EndsSoon => Calendar.EndsSoon(clock.Today);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Calendar = await calendars.CurrentAsync(ct);
        var days = await reads.AllAsync(ct);
        // Years to come first: the past is looked up seldom.
        Years =
        [
            .. days.GroupBy(d => d.On.Year)
                .OrderBy(y => y.Key < clock.Today.Year)
                .ThenBy(y => y.Key),
        ];
        Changes = await reads.ChangesAsync(actors.Required.CouncilId, ct);
    }
}
