using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

/// <param name="Announced">Where the day was announced, such as the Gazette and its date.</param>
public sealed record AddBankHolidayInput(DateOnly On, string Name, string Announced);

/// <summary>
/// Enters a bank holiday of England and Wales that was proclaimed, or that lies beyond the years we ship (R-DATE-01,
/// R-DATE-08). The law knows one calendar, so it counts for every council of the installation; open deadlines keep the
/// date and the issue that they were given (R-DATE-09).
/// </summary>
public sealed class AddBankHoliday(
    FosterDb db,
    LondonClock clock,
    ICalendarSource calendars,
    CouncilHistory history
)
{
    public const string Kind = "calendar.day-added";
    public const int MaxName = 100;

    /// <summary>No bank holiday is announced further ahead.</summary>
    public const int YearsAhead = 5;

    public async Task<Result> RunAsync(AddBankHolidayInput input, Actor actor, CancellationToken ct)
    {
        if (CouncilAct.Against(actor) is { } refusal)
            return Result.Refused(refusal);
        var against = await AgainstAsync(input, ct);
        if (against.Count > 0)
            return Result.Refused(against);
        var name = Words.Tidy(input.Name, false);
        db.Add(
            new BankHoliday
            {
                Date = input.On,
                Name = name,
                CalendarVersion = BankHoliday.IssueByHand(clock.Now),
            }
        );
        history.Write(
            actor,
            actor.CouncilId,
            new HistoryNote(Kind, $"Bank holiday entered: {BritishDate.Full(input.On)}, {name}")
            {
                Reason = Words.Tidy(input.Announced, false),
                Rules = ["R-DATE-01", "R-DATE-08"],
            }
        );
        await db.SaveChangesAsync(ct);
        calendars.Forget();
        return Result.Done;
    }

    private async Task<List<Refusal>> AgainstAsync(AddBankHolidayInput input, CancellationToken ct)
    {
        List<Refusal> against =
        [
            .. CouncilAct.Against("the name of the day", input.Name, "name", MaxName),
            .. CouncilAct.Against("where it was announced", input.Announced, "announced"),
        ];
        if (input.On <= clock.Today)
            against.Add(
                new("Enter a day still to come: dates that ran over this one are set", null, "on")
            );
        else if (input.On > clock.Today.AddYears(YearsAhead))
            against.Add(new($"Enter a day within {YearsAhead} years", null, "on"));
        else if (input.On.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            against.Add(
                new(
                    "A Saturday or Sunday is no working day anyway. Enter the weekday in its place",
                    "R-DATE-01",
                    "on"
                )
            );
        else if (await db.Set<BankHoliday>().AnyAsync(h => h.Date == input.On, ct))
            against.Add(new("This day is in the calendar already", null, "on"));
        return against;
    }
}
