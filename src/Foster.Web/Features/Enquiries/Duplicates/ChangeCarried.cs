using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries.Duplicates;

public sealed record ChangeCarriedInput(Guid CaseId, Guid CarriedId, string Text);

/// <summary>Corrects something that was carried over from a merged enquiry. From then on it belongs here, also when the merge is undone.</summary>
public sealed class ChangeCarried(FosterDb db, CaseHistory history, LondonClock clock)
{
    public async Task<Result> RunAsync(ChangeCarriedInput input, Actor actor, CancellationToken ct)
    {
        var fact = await db.Set<CarriedFact>()
            .SingleOrDefaultAsync(f => f.Id == input.CarriedId && f.CaseId == input.CaseId, ct);
        if (fact is null)
            return Result.Refused("This is not here any more: the merge was undone.");
        if (!actor.Is(DuplicateReads.Deciders) || !fact.IsReadBy(actor))
            return Result.Refused("The recruitment officer or the team manager corrects this.");
        fact.Change(input.Text, actor, clock.Now);
        await history.WriteAsync(
            actor,
            fact.CaseId,
            new HistoryNote(
                "enquiry.carried-changed",
                $"{CarriedFact.Words(fact.Kind)} from {fact.FromReference} corrected"
            )
            {
                Rules = ["R-ENQ-14"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
