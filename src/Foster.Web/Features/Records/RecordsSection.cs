using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Records;

/// <summary>What the records officer sees of a case: a hold, and whether its time is over.</summary>
public sealed class RecordsSection(RecordsReads records, AccessReads accesses) : ICaseSection
{
    public int Order => 90;

    public async Task<CaseSection?> ForAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (!actor.Has(Capability.RecordsOfficer))
            return await OfManagerAsync(caseId, actor, ct);
        if (await records.ReferenceAsync(caseId, ct) is null)
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
                new("Copies for the people of this case", RecordsLinks.Access(caseId)),
                new(
                    hold is null ? "Put the records on hold" : "Lift the hold",
                    RecordsLinks.Hold(caseId)
                ),
            ]
        );
    }

    /// <summary>The team manager sees that somebody waits for a copy, to take the second look.</summary>
    private async Task<CaseSection?> OfManagerAsync(Guid caseId, Actor actor, CancellationToken ct)
    {
        if (!AccessReads.MayRead(actor))
            return null;
        var open = (await accesses.OfCaseAsync(caseId, ct))
            .Where(a => !AccessMachine.Over.Contains(a.State))
            .ToList();
        return open.Count == 0
            ? null
            : new CaseSection(
                "Records",
                "A copy was asked for",
                [.. open.Select(a => new CaseFact(a.Person, AccessMachine.Words(a.State)))],
                [
                    new(
                        "Look at the copy",
                        RecordsLinks.Access(caseId, open[0].Id),
                        IsNext: open[0].State == AccessState.SecondLook
                    ),
                ]
            );
    }
}
