using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records;

public sealed record HoldRecordsInput(Guid CaseId, string Reason, DateOnly ReviewOn);

/// <summary>Puts the records of a case on hold: nothing of it is erased until somebody lifts the hold (R-DP-13).</summary>
public sealed class HoldRecords(FosterDb db, CaseHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(HoldRecordsInput input, Actor actor, CancellationToken ct)
    {
        if (!await db.OfOfficer().AnyAsync(c => c.Id == input.CaseId, ct))
            return Result.Refused("This case is not open to you.");
        var against = new List<Refusal>(RecordsWords.AgainstOfficer(actor));
        against.AddRange(ReasonRule.Against(input.Reason));
        if (input.ReviewOn <= clock.Today)
            against.Add(
                new Refusal("The day of the review has to be after today.", "R-DP-13", "review")
            );
        if (
            await db.Set<RecordHold>()
                .IgnoreQueryFilters([FosterDb.CaseFilter])
                .AnyAsync(h => h.CaseId == input.CaseId && h.LiftedOn == null, ct)
        )
            against.Add(new Refusal("The records are on hold already.", "R-DP-13"));
        if (against.Count > 0)
            return Result.Refused(against);
        db.Add(
            new RecordHold
            {
                CouncilId = actor.CouncilId,
                CaseId = input.CaseId,
                Reason = input.Reason,
                PlacedOn = clock.Today,
                PlacedById = actor.AccountId,
                PlacedBy = actor.Name,
                ReviewOn = input.ReviewOn,
            }
        );
        await history.WriteAsync(
            actor,
            input.CaseId,
            new HistoryNote("records.held", "The records were put on hold")
            {
                Reason = input.Reason,
                Rules = ["R-DP-13", "R-REC-05"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}

internal static class OfficerCases
{
    /// <summary>
    /// The cases of which an officer may see reference and days, whoever holds them: all of the council but the hidden ones.
    /// </summary>
    public static IQueryable<Case> OfOfficer(this FosterDb db)
    {
        var hidden = db.Scope.HiddenCases;
        return db.Set<Case>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(c => c.ErasedOn == null && !hidden.Contains(c.Id));
    }
}
