using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Allowances;

/// <summary>What publishing and discarding a draft have in common.</summary>
internal static class ScheduleAct
{
    public const int LeastReason = ReasonRule.Least;
    public const int MostReason = 1_000;

    /// <summary>
    /// The draft, once nobody else can decide on it at the same time; null where it is not there or was decided on.
    /// </summary>
    public static async Task<(Schedule? Draft, ScheduleOutcome? Before)> TakeAsync(
        FosterDb db,
        Guid scheduleId,
        CancellationToken ct
    )
    {
        await db.AloneAsync("schedule " + scheduleId, ct);
        var draft = await db.Set<Schedule>().SingleOrDefaultAsync(s => s.Id == scheduleId, ct);
        var before = await db.Set<ScheduleDecision>()
            .Where(d => d.ScheduleId == scheduleId)
            .Select(d => (ScheduleOutcome?)d.Outcome)
            .SingleOrDefaultAsync(ct);
        return (draft, before);
    }

    /// <summary>What is wrong with the reason for an act (R-VAL-06).</summary>
    public static IEnumerable<Refusal> AgainstReason(string reason)
    {
        var tidy = Words.Tidy(reason, true);
        if (tidy.Length is < LeastReason or > MostReason || !Words.IsStorable(tidy, true))
            yield return new(
                $"Write from {LeastReason} to {MostReason} characters",
                "R-VAL-06",
                "reason"
            );
    }

    public static Refusal AgainstBefore(ScheduleOutcome before) =>
        new(
            before == ScheduleOutcome.Published
                ? "This schedule is published already. It is never changed: what is different now is entered as a new one from its day on."
                : "This draft was discarded. Enter it anew if it is needed after all.",
            "M-PAY-01"
        );
}
