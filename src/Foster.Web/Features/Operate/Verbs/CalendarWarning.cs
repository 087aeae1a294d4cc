using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>Says in time that the table of bank holidays comes to its end (R-DATE-08).</summary>
public static class CalendarWarning
{
    /// <summary>Null where the calendar reaches far enough, or there is no table yet.</summary>
    public static async Task<string?> AgainstAsync(IServiceProvider services, CancellationToken ct)
    {
        if (!await HasTableAsync(services.GetRequiredService<FosterDb>(), ct))
            return null;
        var calendar = await services.GetRequiredService<ICalendarSource>().CurrentAsync(ct);
        return calendar.EndsSoon(services.GetRequiredService<LondonClock>().Today)
            ? "Warning: the bank holidays that are known end within 12 months. "
                + "An administrator enters the next ones at /admin/council/bank-holidays."
            : null;
    }

    private static async Task<bool> HasTableAsync(FosterDb db, CancellationToken ct) =>
        await db
            .Database.SqlQueryRaw<int>(
                db.Database.IsSqlite()
                    ? """SELECT count(*) AS "Value" FROM sqlite_master WHERE name = 'BankHolidays'"""
                    : """SELECT count(*)::int AS "Value" FROM information_schema.tables WHERE table_name = 'BankHolidays'"""
            )
            .SingleAsync(ct) > 0;
}
