using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Reminders;

/// <param name="Wanted">The IDs of the optional rules whose reminders somebody wants.</param>
/// <param name="Texts">Whether they want text messages too; null where they were not asked.</param>
public sealed record ChooseRemindersInput(IReadOnlyList<string> Wanted, bool? Texts = null);

/// <summary>Says which optional reminders somebody gets. What the law or a national standard asks for is always sent.</summary>
public sealed class ChooseReminders(
    FosterDb db,
    ReminderReads reads,
    CouncilHistory history,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(
        ChooseRemindersInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var optional = (await reads.MineAsync(actor, ct))
            .Where(m => !m.Rule.IsStatutory)
            .Select(m => m.Rule.Id)
            .ToList();
        if (input.Wanted.Except(optional).ToList() is { Count: > 0 } others)
            return Result.Refused([
                .. others.Select(o => new Refusal(
                    $"{o} is not a reminder that you can choose.",
                    o,
                    "wanted"
                )),
            ]);
        var before = await db.Set<DeclinedReminder>()
            .Where(d => d.AccountId == actor.AccountId && optional.Contains(d.RuleId))
            .ToListAsync(ct);
        var declined = optional.Except(input.Wanted).ToList();
        db.RemoveRange(before.Where(d => !declined.Contains(d.RuleId)));
        db.AddRange(
            declined
                .Except(before.Select(d => d.RuleId))
                .Select(id => new DeclinedReminder
                {
                    AccountId = actor.AccountId,
                    RuleId = id,
                    DeclinedAt = clock.Now,
                })
        );
        var texts = input.Texts is { } wants ? await ChooseTextsAsync(wants, actor, ct) : "";
        history.Write(
            actor,
            actor.AccountId,
            new HistoryNote(
                "reminders.chosen",
                (
                    declined.Count == 0
                        ? "Gets all reminders"
                        : $"Does without optional reminders: {string.Join(", ", declined)}"
                ) + texts
            )
            {
                Rules = declined,
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>What history says of it.</summary>
    private async Task<string> ChooseTextsAsync(bool wants, Actor actor, CancellationToken ct)
    {
        var before = await db.Set<TextChoice>()
            .SingleOrDefaultAsync(t => t.AccountId == actor.AccountId, ct);
        if (!wants && before is not null)
            db.Remove(before);
        else if (wants && before is null)
            db.Add(new TextChoice { AccountId = actor.AccountId, ChosenAt = clock.Now });
        return wants ? "; wants text messages too" : "; wants no text messages";
    }
}
