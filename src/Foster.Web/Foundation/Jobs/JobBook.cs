using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Jobs;

/// <summary>What people do with jobs. Each answers false where somebody was quicker, and leaves saving to the caller.</summary>
public sealed class JobBook(
    FosterDb db,
    JobLines lines,
    JobClaims claims,
    IJobEngine engine,
    LondonClock clock
)
{
    /// <summary>A job of the schedule and what is remembered of it; null where there is none of this key.</summary>
    public async Task<(JobLine Line, JobState State)?> FindAsync(
        string key,
        CancellationToken ct
    ) => lines.Find(key) is { } line ? (line, (await claims.StatesAsync(lines, ct))[key]) : null;

    /// <summary>Asks for a run now.</summary>
    public async Task<bool> AskAsync(string key, CancellationToken ct)
    {
        if (!await claims.OpenAsync(key, clock.Now, JobOrigin.ByHand, ct))
            return false;
        await engine.PokeAsync(key, ct);
        return true;
    }

    public async Task<bool> PauseAsync(string key, string reason, Actor actor, CancellationToken ct)
    {
        var now = clock.Now;
        return await db.WriteNowAsync(
                () =>
                    db.Set<JobState>()
                        .Where(s => s.JobKey == key && s.PausedAt == null)
                        .ExecuteUpdateAsync(
                            u =>
                                u.SetProperty(s => s.PausedAt, now)
                                    .SetProperty(s => s.PausedBy, actor.Name)
                                    .SetProperty(s => s.PauseReason, reason)
                                    .SetProperty(s => s.PausedFor, actor.CouncilId),
                            ct
                        ),
                ct
            ) > 0;
    }

    /// <summary>Goes on with the next instant of its line: what was left out in the pause is not made up for.</summary>
    public async Task<bool> GoOnAsync(string key, CancellationToken ct)
    {
        var now = clock.Now;
        return await db.WriteNowAsync(
                () =>
                    db.Set<JobState>()
                        .Where(s => s.JobKey == key && s.PausedAt != null)
                        .ExecuteUpdateAsync(
                            u =>
                                u.SetProperty(s => s.LastTickAt, now)
                                    .SetProperty(s => s.PausedAt, (DateTime?)null)
                                    .SetProperty(s => s.PausedBy, (string?)null)
                                    .SetProperty(s => s.PauseReason, (string?)null)
                                    .SetProperty(s => s.PausedFor, (Guid?)null),
                            ct
                        ),
                ct
            ) > 0;
    }
}
