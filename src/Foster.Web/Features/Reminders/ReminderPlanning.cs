using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Reminders;

/// <summary>A step that is due and one of those it is for; nobody where there is none.</summary>
/// <param name="For">As what they are told; for nobody, whom it was meant for.</param>
public sealed record PlannedReminder(DueStep Due, Addressee? To, ReminderState State, string For);

/// <summary>
/// Writes what is due into the ledger. All recipients of a step stand or fall together, so that a run which ends in its
/// middle leaves whole steps for the next one.
/// </summary>
public sealed class ReminderPlanning(
    FosterDb db,
    ReminderPlan plan,
    Addressees addressees,
    LondonClock clock
)
{
    /// <summary>Few enough that the embedded database is free again within 50 ms.</summary>
    private const int Batch = 100;
    private const int CasesAtOnce = 500;

    /// <returns>How many reminders were written.</returns>
    public async Task<int> GoAsync(ReminderSweep sweep, Actor actor, CancellationToken ct)
    {
        var count = 0;
        foreach (var some in (await WorkOutAsync(clock.Now, sweep, ct)).Chunk(Batch))
        {
            db.AddRange(some.SelectMany(s => s).Select(p => Row(p, actor)));
            count += await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        return count;
    }

    /// <summary>What a run at an instant would write, clock by clock. Changes nothing.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<PlannedReminder>>> WorkOutAsync(
        DateTime now,
        ReminderSweep sweep,
        CancellationToken ct
    )
    {
        var planned = new List<IReadOnlyList<PlannedReminder>>();
        var due = await plan.DueAsync(now, sweep, ct);
        var declined = (await db.Set<DeclinedReminder>().ToListAsync(ct))
            .Select(d => (d.AccountId, d.RuleId))
            .ToHashSet();
        foreach (var some in due.GroupBy(d => d.CaseId).Chunk(CasesAtOnce))
        {
            await addressees.ReadAsync([.. some.Select(c => c.Key)], ct);
            foreach (var clocked in some.SelectMany(c => c).GroupBy(d => (d.DeadlineId, d.Rule.Id)))
                planned.Add([.. Of(clocked, declined)]);
        }
        return planned;
    }

    private IEnumerable<PlannedReminder> Of(
        IEnumerable<DueStep> steps,
        HashSet<(Guid, string)> declined
    )
    {
        var told = new HashSet<Guid>();
        // The latest step speaks; what it left behind is noted and not sent.
        foreach (var due in steps.OrderByDescending(s => s.StepOn))
        {
            var found = due
                .Step.To.Select(to =>
                    (To: to, People: addressees.Of(due.CaseId, due.HolderRole, to))
                )
                .ToList();
            // One of several that is missing shows as well: somebody above would never hear of it.
            var missing = found
                .Where(f => f.People.Count == 0)
                .Select(f => Meant(f.To, due))
                .ToList();
            if (missing.Count > 0)
                yield return new(
                    due,
                    null,
                    ReminderState.Nobody,
                    string.Join(ReminderWords.Several, missing)
                );
            var people = found.SelectMany(f => f.People).DistinctBy(a => a.Id);
            foreach (var person in people)
                yield return new(
                    due,
                    person,
                    !told.Add(person.Id) ? ReminderState.Superseded
                        : !due.Rule.IsStatutory && declined.Contains((person.Id, due.Rule.Id))
                            ? ReminderState.Declined
                        : ReminderState.Planned,
                    person.As
                );
        }
    }

    private Reminder Row(PlannedReminder planned, Actor actor) =>
        new()
        {
            CouncilId = actor.CouncilId,
            CaseId = planned.Due.CaseId,
            RuleId = planned.Due.Rule.Id,
            DeadlineId = planned.Due.DeadlineId,
            DueOn = planned.Due.DueOn,
            Step = planned.Due.Step.Key,
            StepOn = planned.Due.StepOn,
            RecipientId = planned.To?.Id ?? Guid.Empty,
            As = planned.For,
            PlannedAt = clock.Now,
            State = planned.State,
        };

    private static string Meant(Recipient to, DueStep due) =>
        to.Household ? ReminderWords.Household
        : to.Key.Length > 0 ? to.Key
        : due.HolderRole;
}
