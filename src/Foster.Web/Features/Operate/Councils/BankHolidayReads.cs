using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

/// <param name="Origin">Where the day comes from, in words.</param>
/// <param name="CanGo">Entered by hand and still to come.</param>
public sealed record HolidayLine(DateOnly On, string Name, string Origin, bool CanGo);

/// <summary>One change of the calendar by this council.</summary>
public sealed record HolidayChange(DateTime At, string By, string What, string? Why);

/// <summary>The bank holidays by which dates are counted, and what the council's administrators changed of them.</summary>
public sealed class BankHolidayReads(FosterDb db, LondonClock clock, HistoryWords words)
{
    /// <summary>How many changes are shown; all of them stand in the audit.</summary>
    private const int MostChanges = 25;

    public async Task<IReadOnlyList<HolidayLine>> AllAsync(CancellationToken ct)
    {
        var days = await db.Set<BankHoliday>().AsNoTracking().OrderBy(h => h.Date).ToListAsync(ct);
        return
        [
            .. days.Select(d => new HolidayLine(
                d.Date,
                d.Name,
                d.IsByHand
                    ? "Entered by hand"
                    : $"Calendar of England and Wales, issue {d.CalendarVersion}",
                d.IsByHand && d.Date > clock.Today
            )),
        ];
    }

    public async Task<HolidayLine?> FindAsync(DateOnly on, CancellationToken ct) =>
        (await AllAsync(ct)).SingleOrDefault(d => d.On == on && d.CanGo);

    public async Task<IReadOnlyList<HolidayChange>> ChangesAsync(
        Guid councilId,
        CancellationToken ct
    )
    {
        string[] kinds = [AddBankHoliday.Kind, RemoveBankHoliday.Kind];
        var rows = await db.Set<CouncilHistoryEntry>()
            .AsNoTracking()
            .Where(h => h.CouncilId == councilId && kinds.Contains(h.Kind))
            .OrderByDescending(h => h.RecordedAt)
            .ThenByDescending(h => h.Id)
            .Take(MostChanges)
            .Select(h => new
            {
                h.Id,
                h.RecordedAt,
                h.ActorName,
                Body = h.Body == null ? null : h.Body.Content,
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r =>
            {
                var said = words.Open(CouncilHistoryBody.Table, r.Id, r.Body);
                return new HolidayChange(r.RecordedAt, r.ActorName, said.Title, said.Reason);
            }),
        ];
    }
}
