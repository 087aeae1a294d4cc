using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Actors;

/// <summary>What anybody may know of the councils: their teams, how to reach them and what they publish.</summary>
public sealed class CouncilDirectory(FosterDb db)
{
    /// <summary>All councils by name.</summary>
    public async Task<IReadOnlyList<Council>> AllAsync(CancellationToken ct) =>
        await db.Set<Council>().AsNoTracking().OrderBy(c => c.Name).ToListAsync(ct);

    /// <summary>The council of a signed-in reader.</summary>
    public Task<Council> OfAsync(Actor actor, CancellationToken ct) =>
        db.Set<Council>().AsNoTracking().SingleAsync(c => c.Id == actor.CouncilId, ct);
}
