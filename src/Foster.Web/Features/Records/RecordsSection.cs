using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Records;

/// <summary>What the records officer sees of a case: a hold, and whether its time is over.</summary>
public sealed class RecordsSection(RecordsReads records) : ICaseSection
{
    public int Order => 90;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (
            !actor.Has(Capability.RecordsOfficer)
            || await records.ReferenceAsync(caseId, ct) is null
        )
            return null;
        var hold = await records.HoldAsync(caseId, ct);
        var due = await records.OfCaseAsync(caseId, ct);
        var facts = new List<CaseFact>();
        if (hold is not null)
            facts.Add(
                new(
                    "On hold",
                    $"Since {BritishDate.Long(hold.PlacedOn)}; to be looked at on {BritishDate.Long(hold.ReviewOn)}"
                )
            );
        if (due is not null)
            facts.Add(
                new(
                    "Time is over",
                    $"Kept to {BritishDate.Long(due.KeptTo)} ({due.RuleId})",
                    RecordsLinks.Item(due.Id)
                )
            );
        if (facts.Count == 0)
            facts.Add(new("Kept", "No rule lets the records go yet"));
        return new CaseSection(
            "Records",
            hold is not null ? "On hold"
                : due is not null ? "Time is over"
                : "Kept",
            facts,
            [
                new(
                    hold is null ? "Put the records on hold" : "Lift the hold",
                    RecordsLinks.Hold(caseId)
                ),
            ]
        );
    }
}
