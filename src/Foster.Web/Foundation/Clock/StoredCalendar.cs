using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Clock;

/// <summary>The working-day calendar from the table of bank holidays (R-DATE-08), read once a minute at most.</summary>
public sealed class StoredCalendar(IServiceScopeFactory scopes, TimeProvider time) : ICalendarSource
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private WorkingCalendar? calendar;
    private long readAt;

    public void Forget() => calendar = null;

    public async ValueTask<WorkingCalendar> CurrentAsync(CancellationToken ct)
    {
        if (calendar is { } known && time.GetElapsedTime(readAt) < Life)
            return known;
        await using var services = scopes.CreateAsyncScope();
        var holidays = await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<BankHoliday>()
            .AsNoTracking()
            .ToListAsync(ct);
        readAt = time.GetTimestamp();
        return calendar = new WorkingCalendar(
            holidays.Count == 0 ? "none" : holidays.Max(h => h.CalendarVersion)!,
            holidays
        );
    }
}
