using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Admin;

/// <summary>The bank holidays by which dates are counted (R-DATE-08).</summary>
public sealed class CalendarModel(FosterDb db, ICalendarSource calendars, LondonClock clock)
    : PageModel
{
    /// <summary>Dates run up to this long ahead, so the calendar should too.</summary>
    private const int YearsAhead = 2;

    public WorkingCalendar Calendar { get; private set; } = null!;

    public IReadOnlyList<IGrouping<int, BankHoliday>> Years { get; private set; } = [];

    public bool EndsSoon => Calendar.CoveredThrough < clock.Today.Year + YearsAhead;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Calendar = await calendars.CurrentAsync(ct);
        var days = await db.Set<BankHoliday>().AsNoTracking().OrderBy(h => h.Date).ToListAsync(ct);
        Years = [.. days.GroupBy(h => h.Date.Year).OrderByDescending(g => g.Key)];
    }
}
