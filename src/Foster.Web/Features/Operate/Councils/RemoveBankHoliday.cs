using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

public sealed record RemoveBankHolidayInput(DateOnly On, string Reason);

/// <summary>
/// Takes out a bank holiday that somebody entered and that is still to come. Those we ship stay: they are the law's
/// (R-DATE-08).
/// </summary>
public sealed class RemoveBankHoliday(
    FosterDb db,
    LondonClock clock,
    ICalendarSource calendars,
    CouncilHistory history
)
{
    public const string Kind = "calendar.day-removed";

    public async Task<Result> RunAsync(
        RemoveBankHolidayInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (CouncilAct.Against(actor) is { } refusal)
            return Result.Refused(refusal);
        var days = await db.Set<BankHoliday>().ToListAsync(ct);
        var day = days.SingleOrDefault(h => h.Date == input.On);
        if (day is null)
            return Result.Refused("This day is not in the calendar any more.");
        var against = new List<Refusal>();
        if (!day.IsByHand)
            against.Add(
                new("This day is in the published calendar and cannot be removed.", "R-DATE-08")
            );
        if (day.Date <= clock.Today)
            against.Add(
                new("This day has begun or is over: dates were counted by it.", "R-DATE-09")
            );
        var reason = Words.Tidy(input.Reason, true);
        against.AddRange(ReasonRule.Against(reason));
        if (against.Count > 0)
            return Result.Refused(against);
        db.Remove(day);
        // Another set of days has another name, also where a day has gone.
        if (days.Where(h => h.IsByHand && h != day).MaxBy(h => h.CalendarVersion) is { } newest)
            newest.CalendarVersion = BankHoliday.IssueByHand(clock.Now);
        history.Write(
            actor,
            actor.CouncilId,
            new HistoryNote(
                Kind,
                $"Bank holiday taken out: {BritishDate.Full(day.Date)}, {day.Name}"
            )
            {
                Reason = reason,
                Rules = ["R-DATE-08"],
            }
        );
        await db.SaveChangesAsync(ct);
        calendars.Forget();
        return Result.Done;
    }
}
