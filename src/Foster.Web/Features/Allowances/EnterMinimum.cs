using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Journeys;
using Foster.Web.Foundation.Rules;

namespace Foster.Web.Features.Allowances;

/// <summary>Enters the national minimum of a year as it was read. Nothing is measured by it before a second person has confirmed it.</summary>
public sealed class EnterMinimum(
    FosterDb db,
    MinimumReads minimums,
    LondonClock clock,
    CouncilHistory history
)
{
    public async Task<Result<Guid>> RunAsync(MinimumTerms input, Actor actor, CancellationToken ct)
    {
        if (!actor.Is(Role.FinanceOfficer))
            return Result<Guid>.Refused(
                "Only a finance officer enters the national minimum. A team manager then confirms it.",
                "M-NMA-04"
            );
        var tables = await minimums.TablesAsync(actor.CouncilId, ct);
        if (input.Against(clock.Today, tables) is { Count: > 0 } against)
            return Result<Guid>.Refused(against);
        var entry = new MinimumEntry
        {
            CouncilId = actor.CouncilId,
            Year = input.Year.Start,
            Publication = Words.Tidy(input.Publication, false),
            Source = Words.Tidy(input.Source, false),
            Note = Given(input.Note),
            ReplacesId = tables.Of(input.Year)?.EntryId,
            Why = Given(input.Why),
            EnteredAt = clock.Now,
            EnteredById = actor.AccountId,
            EnteredBy = actor.Name,
        };
        db.Add(entry);
        db.AddRange(
            MinimumTerms.Places.Select(p => new MinimumRate
            {
                CouncilId = actor.CouncilId,
                EntryId = entry.Id,
                Region = p.Region,
                Band = p.Band,
                Pence = input.Rates[p].Pence,
            })
        );
        history.Write(
            actor,
            entry.Id,
            new HistoryNote(
                "minimum.entered",
                $"National minimum of {input.Year} entered, from “{entry.Publication}”"
            )
            {
                Reason = entry.Why,
                Rules = ["M-NMA-01", "M-NMA-04"],
            }
        );
        await db.SaveChangesAsync(ct);
        return entry.Id;
    }

    private static string? Given(string text) =>
        Words.Tidy(text, true) is { Length: > 0 } tidy ? tidy : null;
}
