using System.Data.Common;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>Says in time that the table of bank holidays comes to its end (R-DATE-08).</summary>
public static class CalendarWarning
{
    /// <summary>Null where the calendar reaches far enough, or there is no table yet.</summary>
    public static async Task<string?> AgainstAsync(IServiceProvider services, CancellationToken ct)
    {
        WorkingCalendar calendar;
        try
        {
            calendar = await services.GetRequiredService<ICalendarSource>().CurrentAsync(ct);
        }
        catch (DbException)
        {
            return null;
        }
        return calendar.EndsSoon(services.GetRequiredService<LondonClock>().Today)
            ? "Warning: the bank holidays that are known end within 12 months. "
                + "An administrator enters the next ones at /admin/council/bank-holidays."
            : null;
    }
}
