using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Actors;

/// <summary>What anybody may know of the councils: their teams, how to reach them and what they publish.</summary>
public sealed class CouncilDirectory(FosterDb db, LondonClock clock)
{
    /// <summary>All councils by name, each with the privacy notice that is valid today.</summary>
    public async Task<IReadOnlyList<Council>> AllAsync(CancellationToken ct) =>
        await AsOfTodayAsync(
            await db.Set<Council>().AsNoTracking().OrderBy(c => c.Name).ToListAsync(ct),
            ct
        );

    /// <summary>The council of a signed-in reader.</summary>
    public async Task<Council> OfAsync(Actor actor, CancellationToken ct) =>
        (
            await AsOfTodayAsync(
                await db.Set<Council>()
                    .AsNoTracking()
                    .Where(c => c.Id == actor.CouncilId)
                    .ToListAsync(ct),
                ct
            )
        ).Single();

    private async Task<List<Council>> AsOfTodayAsync(List<Council> councils, CancellationToken ct)
    {
        var today = clock.Today;
        var ids = councils.Select(c => c.Id).ToList();
        var notices = await db.Set<PrivacyNotice>()
            .AsNoTracking()
            .Where(n => ids.Contains(n.CouncilId) && n.ValidFrom <= today)
            .Where(n =>
                !db.Set<PrivacyNotice>()
                    .Any(o =>
                        o.CouncilId == n.CouncilId
                        && o.ValidFrom <= today
                        && (
                            o.ValidFrom > n.ValidFrom
                            || (o.ValidFrom == n.ValidFrom && o.AddedAt > n.AddedAt)
                        )
                    )
            )
            .ToListAsync(ct);
        foreach (var council in councils)
            if (notices.FirstOrDefault(n => n.CouncilId == council.Id) is { } now)
                (council.PrivacyNoticeVersion, council.PrivacyNotice) = (now.Number, now.Text);
        return councils;
    }
}
