using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Councils;

/// <summary>Takes the council's picture out of the header.</summary>
public sealed class TakeDownLogo(FosterDb db, CouncilHistory history)
{
    public async Task<Result> RunAsync(Actor actor, CancellationToken ct)
    {
        if (CouncilAct.Against(actor) is { } refusal)
            return Result.Refused(refusal);
        var council = await db.Set<Council>().SingleAsync(c => c.Id == actor.CouncilId, ct);
        if (council.LogoId is null)
            return Result.Refused("There is no logo.");
        council.LogoId = null;
        db.RemoveRange(
            await db.Set<CouncilLogo>().Where(l => l.CouncilId == council.Id).ToListAsync(ct)
        );
        history.Write(actor, council.Id, new HistoryNote("council.logo", "Logo taken down"));
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
