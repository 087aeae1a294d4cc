using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Operate.Staff;

/// <summary>Any rule that sets a date, counted from any day by the code that makes the real dates.</summary>
public sealed class RulesModel(
    LondonClock clock,
    ICalendarSource calendars,
    DeadlineNumbers numbers
) : PageModel, IHasForm
{
    private RuleQuestion question = new();

    public sealed record Answer(DeadlineLine Line, Due Due);

    public Form Form => question.Form;

    /// <summary>The chosen rule; null until there is one.</summary>
    public DeadlineRule? Rule { get; private set; }

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    public string CalendarVersion { get; private set; } = "";

    public string Search { get; private set; } = "";

    /// <summary>The rules that fit the search; shown while none is chosen.</summary>
    public IReadOnlyList<DeadlineRule> Listed { get; private set; } = [];

    public async Task OnGetAsync(string? search, CancellationToken ct)
    {
        question = RuleQuestion.Read(Request.Query, clock.Today);
        Search = (search ?? "").Trim();
        Rule = question.Chosen;
        if (Rule is null)
            Listed = [.. DeadlineRules.All.Where(Fits)];
        if (!question.Asked || !Form.Ok || Rule is null || question.Day is not { } day)
            return;
        var calendar = await calendars.CurrentAsync(ct);
        var from = question.Time is { } time
            ? clock.FromLondon(day, time)
            : London.StartOfDayUtc(day);
        CalendarVersion = calendar.Version;
        Answers =
        [
            .. Rule.Lines.Select(line => new Answer(line, line.From(from, calendar, numbers))),
        ];
    }

    /// <summary>The number in force here, in words.</summary>
    public string InWords(DeadlineLine line) => line.InWords(numbers.For(line));

    /// <summary>When it is due, as a date or to the hour.</summary>
    public static string When(Answer answer) =>
        answer.Line.Counting == Counting.Hours
            ? BritishTime.Short(answer.Due.At)
            : BritishDate.Short(answer.Due.On);

    private bool Fits(DeadlineRule rule) =>
        Search
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word =>
                $"{rule.Id} {rule.Title} {rule.TriggerLabel} {rule.Source} {string.Join(' ', rule.Lines.Select(l => l.Label))}".Contains(
                    word,
                    StringComparison.OrdinalIgnoreCase
                )
            );
}
