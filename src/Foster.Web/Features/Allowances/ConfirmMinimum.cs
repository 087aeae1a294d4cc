using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <param name="Compared">The second person has read every amount in the source itself.</param>
public sealed record ConfirmMinimumInput(Guid MinimumEntryId, bool Compared);

/// <summary>
/// Confirms a table of the national minimum that somebody else entered. From then on the council's payments are measured
/// by it, and one that it replaces can only be read.
/// </summary>
public sealed class ConfirmMinimum(
    FosterDb db,
    MinimumReads minimums,
    LondonClock clock,
    CouncilHistory history
)
{
    public Task<Result> RunAsync(ConfirmMinimumInput input, Actor actor, CancellationToken ct) =>
        db.WriteTogetherAsync(() => ConfirmAsync(input, actor, ct), ct);

    private async Task<Result> ConfirmAsync(
        ConfirmMinimumInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var (entry, before) = await MinimumAct.TakeAsync(db, input.MinimumEntryId, ct);
        if (entry is null)
            return Result.Refused("There is no such table.");
        var year = new TaxYear(entry.Year);
        List<Refusal> against = [.. MinimumAct.Against(entry, before, actor)];
        if (!input.Compared)
            against.Add(
                new(
                    "Compare every amount with the source before you confirm",
                    "M-NMA-03",
                    "compared"
                )
            );
        var now = (await minimums.TablesAsync(entry.CouncilId, ct)).Of(year);
        // What it would put aside has to be what whoever entered it had before them.
        if (before is null && now?.EntryId != entry.ReplacesId)
            against.Add(
                new(
                    $"Another table of {year} was confirmed after this one had been entered. Look at that one. If it is wrong, send this one back, and a finance officer enters the year anew and says why.",
                    "M-NMA-04"
                )
            );
        if (against.Count > 0)
            return Result.Refused(against);
        db.Add(
            new MinimumDecision
            {
                CouncilId = entry.CouncilId,
                EntryId = entry.Id,
                Outcome = MinimumOutcome.Confirmed,
                DecidedAt = clock.Now,
                DecidedById = actor.AccountId,
                DecidedBy = actor.Name,
            }
        );
        history.Write(
            actor,
            entry.Id,
            new HistoryNote(
                "minimum.confirmed",
                now is null
                    ? $"National minimum of {year} confirmed"
                    : $"National minimum of {year} confirmed in place of the one before"
            )
            {
                Reason = entry.Why,
                Rules = ["M-NMA-04"],
            }
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
