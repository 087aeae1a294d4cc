using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Allowances;

/// <summary>What confirming a table of the national minimum and sending it back have in common.</summary>
internal static class MinimumAct
{
    /// <summary>
    /// The table, once nobody else can decide on one of its year at the same time; null where it is not there. Beside it
    /// what was said about it before.
    /// </summary>
    public static async Task<(MinimumEntry? Entry, MinimumOutcome? Before)> TakeAsync(
        FosterDb db,
        Guid minimumEntryId,
        CancellationToken ct
    )
    {
        if (
            await db.Set<MinimumEntry>().SingleOrDefaultAsync(e => e.Id == minimumEntryId, ct)
            is not { } entry
        )
            return (null, null);
        await db.AloneAsync($"minimum {entry.CouncilId} {entry.Year}", ct);
        var before = await db.Set<MinimumDecision>()
            .Where(d => d.EntryId == minimumEntryId)
            .Select(d => (MinimumOutcome?)d.Outcome)
            .SingleOrDefaultAsync(ct);
        return (entry, before);
    }

    /// <summary>Who may not decide, and what has been decided already.</summary>
    public static IEnumerable<Refusal> Against(
        MinimumEntry entry,
        MinimumOutcome? before,
        Actor actor
    )
    {
        if (!actor.Is(Role.TeamManager))
            yield return new(
                "Only a team manager confirms a table of the national minimum or sends it back.",
                "M-NMA-04"
            );
        // Whatever roles they hold: two people, never one in two roles.
        if (entry.EnteredById == actor.AccountId)
            yield return new(
                "You entered this table yourself. Somebody else has to compare it with its source.",
                "M-PAY-20"
            );
        if (before is { } outcome)
            yield return new(
                outcome == MinimumOutcome.Confirmed
                    ? "This table is confirmed already. If an amount in it is wrong, a finance officer enters the year anew and says why."
                    : "This table was sent back already. A finance officer enters it anew.",
                "M-NMA-04"
            );
    }
}
