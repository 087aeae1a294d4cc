using Foster.TestKit;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Foster.Tests.Clock;

/// <summary>R-DATE-08: open dates are counted again when the bank holidays change, and the old value stays in the history.</summary>
public abstract class DeadlineRecountTests(FosterHost host)
{
    [Fact]
    public async Task A_proclaimed_day_moves_the_open_dates_that_run_over_it_once_and_back_again()
    {
        host.Clock.Set("2026-06-01 09:00");
        var caseId = await Village.CaseAsync(host, "HAR", host.Clock.Today, ("Alder", "Demo"));
        var other = await Village.CaseAsync(host, "HAR", host.Clock.Today, ("Birch", "Demo"));
        foreach (var id in new[] { caseId, other })
            await Village.DeadlineAsync(
                host,
                "HAR",
                id,
                DeadlineRules.PanelMinutes,
                host.Clock.Today,
                Role.PanelAdviser
            );
        await Village.ChangeAsync(
            host,
            "HAR",
            (s, _) =>
                s.GetRequiredService<DeadlineBook>()
                    .MeetAsync(other, DeadlineRules.PanelMinutes, host.Clock.Today, default)
        );

        await HolidayAsync(db =>
            db.Add(
                new BankHoliday
                {
                    Date = new(2026, 6, 3),
                    Name = "Day of the demonstration",
                    CalendarVersion = BankHoliday.IssueByHand(new(2026, 6, 1)),
                }
            )
        );
        await RunAsync();
        await RunAsync();
        Assert.Equal(new DateOnly(2026, 6, 9), await DueAsync(caseId));
        Assert.Equal(new DateOnly(2026, 6, 8), await DueAsync(other));
        Assert.Equal(
            ["8 June 2026 > 9 June 2026"],
            (await MovesAsync(caseId)).Select(m => $"{m.FromState} > {m.ToState}")
        );
        Assert.Empty(await MovesAsync(other));

        await HolidayAsync(db =>
            db.Remove(db.Set<BankHoliday>().Single(h => h.Date == new DateOnly(2026, 6, 3)))
        );
        await RunAsync();
        Assert.Equal(new DateOnly(2026, 6, 8), await DueAsync(caseId));
        Assert.Equal(2, (await MovesAsync(caseId)).Count);
    }

    private Task HolidayAsync(Action<FosterDb> change) =>
        Village.ChangeAsync(
            host,
            "HAR",
            async (s, _) =>
            {
                var db = s.GetRequiredService<FosterDb>();
                change(db);
                await db.SaveChangesAsync();
                s.GetRequiredService<ICalendarSource>().Forget();
            }
        );

    private async Task RunAsync()
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var run = new JobRun(
            new JobClaim(Guid.NewGuid(), "deadlines.recount", now, JobOrigin.ByHand, 1),
            host.Services.GetRequiredService<IServiceScopeFactory>(),
            NullLogger.Instance
        );
        await new DeadlineRecount().RunAsync(run, default);
    }

    private Task<DateOnly> DueAsync(Guid caseId) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<Deadline>()
                .IgnoreQueryFilters()
                .Where(d => d.CaseId == caseId)
                .Select(d => d.DueOn)
                .SingleAsync()
        );

    private Task<List<HistoryEntry>> MovesAsync(Guid caseId) =>
        host.InScopeAsync(s =>
            s.GetRequiredService<FosterDb>()
                .Set<HistoryEntry>()
                .IgnoreQueryFilters()
                .AsNoTracking()
                .Where(h => h.CaseId == caseId && h.Kind == "deadline.moved")
                .ToListAsync()
        );

    public sealed class OnSqlite(SqliteDemoHost host)
        : DeadlineRecountTests(host),
            IClassFixture<SqliteDemoHost>;

    public sealed class OnPostgres(PostgresDemoHost host)
        : DeadlineRecountTests(host),
            IClassFixture<PostgresDemoHost>;
}
