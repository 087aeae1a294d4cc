using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Mail;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Reminders;

/// <summary>Reminders for which there was nobody, by rule and by whom they were for.</summary>
public sealed record UntoldLine(string RuleId, string About, string As, int Count, DateTime LastAt);

/// <summary>One reminder of a preview.</summary>
public sealed record PreviewLine(
    Guid CaseId,
    string Reference,
    string RuleId,
    string About,
    DateOnly DueOn,
    string When,
    string As,
    ReminderState State
);

/// <summary>What somebody chose about text messages, and the number on record for them.</summary>
/// <param name="Number">As people write it; null where there is none or it is no UK mobile number.</param>
public sealed record TextWish(bool Wants, string? Number);

/// <summary>What goes out by itself, and what could not.</summary>
public sealed class ReminderReads(
    FosterDb db,
    ReminderRules rules,
    ReminderPlanning planning,
    TextChannel texts,
    LondonClock clock
)
{
    private const int UntoldDays = 90;
    public const int PageSize = 25;

    /// <summary>The last quarter's reminders that reached nobody. Counts alone: administrators see no case.</summary>
    public async Task<IReadOnlyList<UntoldLine>> UntoldAsync(CancellationToken ct)
    {
        var since = clock.Now.AddDays(-UntoldDays);
        var rows = await db.Set<Reminder>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(r => r.State == ReminderState.Nobody && r.PlannedAt >= since)
            .GroupBy(r => new { r.RuleId, r.As })
            .Select(g => new
            {
                g.Key.RuleId,
                g.Key.As,
                Count = g.Count(),
                LastAt = g.Max(r => r.PlannedAt),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.OrderBy(r => r.RuleId, StringComparer.Ordinal)
                .ThenBy(r => r.As, StringComparer.Ordinal)
                .Select(r => new UntoldLine(
                    r.RuleId,
                    rules.Find(r.RuleId)?.About ?? "",
                    ReminderWords.As(r.As),
                    r.Count,
                    r.LastAt
                )),
        ];
    }

    /// <summary>
    /// What would be told by the end of a day if all ran as planned, in the cases of the actor. Nothing is written.
    /// </summary>
    /// <param name="skip">How many lines came before this page.</param>
    public async Task<(IReadOnlyList<PreviewLine> Lines, int Count)> PreviewAsync(
        DateOnly day,
        int skip,
        CancellationToken ct
    )
    {
        var end = London.EndOfDayUtc(day);
        var planned = new List<PlannedReminder>();
        foreach (var sweep in Enum.GetValues<ReminderSweep>())
        foreach (var clocked in await planning.WorkOutAsync(end, sweep, ct))
            planned.AddRange(clocked);
        var told = planned.Where(p => p.State is not ReminderState.Superseded).ToList();
        var shown = told.OrderBy(p => p.Due.DueOn)
            .ThenBy(p => p.Due.Rule.Id, StringComparer.Ordinal)
            .ThenBy(p => p.Due.DeadlineId)
            .ThenBy(p => p.For, StringComparer.Ordinal)
            .Skip(skip)
            .Take(PageSize)
            .ToList();
        var cases = shown.Select(p => p.Due.CaseId).Distinct().ToList();
        var references = await db.Set<Case>()
            .Where(c => cases.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => c.Reference, ct);
        return (
            [
                .. shown.Select(p => new PreviewLine(
                    p.Due.CaseId,
                    references.GetValueOrDefault(p.Due.CaseId, ""),
                    p.Due.Rule.Id,
                    p.Due.Rule.About,
                    p.Due.DueOn,
                    ReminderWords.When(p.Due.Step),
                    ReminderWords.As(p.For),
                    p.State
                )),
            ],
            told.Count
        );
    }

    /// <summary>Null where texts are off, or the actor is no applicant or carer and so has no number on record.</summary>
    public async Task<TextWish?> TextsAsync(Actor actor, CancellationToken ct)
    {
        if (!texts.IsOn || actor.PersonId is not { } person)
            return null;
        var number = await db.Set<Person>()
            .Where(p => p.Id == person)
            .Select(p => p.Telephone)
            .SingleOrDefaultAsync(ct);
        return new TextWish(
            await db.Set<TextChoice>().AnyAsync(t => t.AccountId == actor.AccountId, ct),
            MobileNumber.Of(number) is { } mobile ? PhoneField.Pretty(mobile) : null
        );
    }

    /// <summary>The rules that can speak to somebody with these roles and duties, and whether they do without.</summary>
    public async Task<
        IReadOnlyList<(Foundation.Catalogues.ReminderRule Rule, bool Declined)>
    > MineAsync(Actor actor, CancellationToken ct)
    {
        var keys = actor
            .AllRoles.Select(r => r.ToString())
            .Concat(actor.Capabilities.Select(c => c.ToString()))
            .ToHashSet();
        var household = actor.AllRoles.Any(r => !r.IsStaff());
        var staff = actor.AllRoles.Any(r => r.IsStaff());
        var declined = await db.Set<DeclinedReminder>()
            .Where(d => d.AccountId == actor.AccountId)
            .Select(d => d.RuleId)
            .ToListAsync(ct);
        return
        [
            .. rules
                .All.Where(rule =>
                    rule.Steps.SelectMany(s => s.To)
                        .Any(to =>
                            to.Household ? household
                            : to.Key.Length == 0 ? staff
                            : keys.Contains(to.Key)
                        )
                )
                .Select(rule => (rule, declined.Contains(rule.Id))),
        ];
    }
}
