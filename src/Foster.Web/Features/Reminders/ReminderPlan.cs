using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Reminders;

/// <summary>A clock that has come to a step of a rule and for which nothing is in the ledger yet.</summary>
public sealed record DueStep(
    ReminderRule Rule,
    ReminderStep Step,
    DateOnly StepOn,
    Guid DeadlineId,
    Guid CaseId,
    DateOnly DueOn,
    string HolderRole
);

/// <summary>The steps that come with the morning, and those that have an hour of their own.</summary>
public enum ReminderSweep
{
    Morning,
    Timed,
}

/// <summary>Works out which steps are due in the council of the scope. It reads and writes nothing.</summary>
public sealed class ReminderPlan(FosterDb db, ReminderRules rules, ICalendarSource calendars)
{
    /// <summary>What was missed longer ago is not told any more: the escalations have come since.</summary>
    private const int CatchUpDays = 14;

    /// <param name="now">Steps up to this instant.</param>
    public async Task<IReadOnlyList<DueStep>> DueAsync(
        DateTime now,
        ReminderSweep sweep,
        CancellationToken ct
    )
    {
        var calendar = await calendars.CurrentAsync(ct);
        var today = London.DateOf(now);
        var found = new List<DueStep>();
        foreach (var rule in rules.All)
        foreach (
            var step in rule.Steps.Where(s => (s.At is not null) == (sweep == ReminderSweep.Timed))
        )
            found.AddRange(await OfAsync(rule, step, today, now, calendar, ct));
        return found;
    }

    private async Task<IEnumerable<DueStep>> OfAsync(
        ReminderRule rule,
        ReminderStep step,
        DateOnly today,
        DateTime now,
        WorkingCalendar calendar,
        CancellationToken ct
    )
    {
        var earliest = today.AddDays(-CatchUpDays);
        var days = step.Counted(earliest, today, calendar);
        if (days.Count == 0)
            return [];
        var keys = rule
            .Lines.Where(l => step.Of is null || step.Of == l)
            .Select(l => l.Key)
            .ToList();
        var open = db.Set<Deadline>()
            .Where(d => d.Status == DeadlineStatus.Open && keys.Contains(d.LineKey));
        // A span, which an index answers; the days between that do not count fall out below.
        var (first, last) = (days[0], days[^1]);
        open =
            step.From == StepFrom.Start
                ? open.Where(d => d.TriggerOn >= first && d.TriggerOn <= last)
                : open.Where(d => d.DueOn >= first && d.DueOn <= last);
        var rows = await open.Where(d =>
                !db.Set<Reminder>()
                    .Any(r =>
                        r.DeadlineId == d.Id
                        && r.RuleId == rule.Id
                        && r.DueOn == d.DueOn
                        && r.Step == step.Key
                    )
            )
            .Select(d => new
            {
                d.Id,
                d.CaseId,
                d.TriggerOn,
                d.DueOn,
                d.HolderRole,
            })
            .ToListAsync(ct);
        return from row in rows
            let day = step.On(row.TriggerOn, row.DueOn, calendar)
            // A step before the clock began is none of its own. Clocks that run up to a day begin when that is set.
            where
                day >= earliest
                && day <= today
                && (row.TriggerOn > row.DueOn || day >= row.TriggerOn)
                && (step.At is not { } at || London.ToUtc(day, at) <= now)
            select new DueStep(rule, step, day, row.Id, row.CaseId, row.DueOn, row.HolderRole);
    }
}
