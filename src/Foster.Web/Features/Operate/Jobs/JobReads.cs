using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Jobs;

/// <summary>A job as administrators see it.</summary>
/// <param name="Next">Null while it is paused.</param>
public sealed record JobView(
    JobLine Line,
    string When,
    JobRunRow? Open,
    JobRunRow? Last,
    DateTime? Next,
    JobPause? Pause
)
{
    public string? AgainstRunning => JobAct.AgainstRunning(Pause is not null, Open is not null);

    public string? AgainstPausing => JobAct.AgainstPausing(Line, Pause is not null);

    public string? AgainstGoingOn => JobAct.AgainstGoingOn(Pause is not null);
}

/// <param name="Who">A colleague by name; somebody of another council by their council.</param>
public sealed record JobPause(DateTime At, string Who, string Reason);

/// <summary>What the program does by itself, when, and what came of it. Nothing of anybody's data.</summary>
public sealed class JobReads(FosterDb db, JobLines lines, LondonClock clock)
{
    public const int PageSize = 25;

    public async Task<IReadOnlyList<JobView>> AllAsync(Actor actor, CancellationToken ct)
    {
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(s => s.JobKey, ct);
        var views = new List<JobView>();
        foreach (var line in lines.All)
            views.Add(await ViewAsync(line, states.GetValueOrDefault(line.Key), actor, ct));
        return views;
    }

    public async Task<JobView?> OneAsync(string key, Actor actor, CancellationToken ct) =>
        lines.Find(key) is { } line
            ? await ViewAsync(
                line,
                await db.Set<JobState>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(s => s.JobKey == key, ct),
                actor,
                ct
            )
            : null;

    /// <summary>The runs of a job, newest first, and where the next page begins.</summary>
    public async Task<(IReadOnlyList<JobRunRow> Runs, string? Next)> RunsAsync(
        string key,
        string? after,
        CancellationToken ct
    )
    {
        var rows = db.Set<JobRunRow>().AsNoTracking().Where(r => r.JobKey == key);
        if (InstantCursor.Read(after) is var (at, id))
            rows = rows.Where(r =>
                r.ScheduledAt < at || (r.ScheduledAt == at && r.Id.CompareTo(id) < 0)
            );
        var page = await rows.OrderByDescending(r => r.ScheduledAt)
            .ThenByDescending(r => r.Id)
            .Take(PageSize + 1)
            .ToListAsync(ct);
        return (
            [.. page.Take(PageSize)],
            page.Count > PageSize
                ? InstantCursor.Write(page[PageSize - 1].ScheduledAt, page[PageSize - 1].Id)
                : null
        );
    }

    private async Task<JobView> ViewAsync(
        JobLine line,
        JobState? state,
        Actor actor,
        CancellationToken ct
    )
    {
        var rows = db.Set<JobRunRow>().AsNoTracking().Where(r => r.JobKey == line.Key);
        return new JobView(
            line,
            CronWords.Of(line.Cron),
            await rows.SingleOrDefaultAsync(r => r.EndedAt == null, ct),
            await rows.Where(r => r.EndedAt != null)
                .OrderByDescending(r => r.ScheduledAt)
                .FirstOrDefaultAsync(ct),
            state?.PausedAt is null ? line.Cron.Next(clock.Now) : null,
            state?.PausedAt is { } at
                ? new JobPause(at, await WhoAsync(state, actor, ct), state.PauseReason ?? "")
                : null
        );
    }

    private async Task<string> WhoAsync(JobState state, Actor actor, CancellationToken ct) =>
        state.PausedFor == actor.CouncilId
            ? state.PausedBy ?? ""
            : "an administrator of "
                + await db.Set<Council>()
                    .Where(c => c.Id == state.PausedFor)
                    .Select(c => c.Name)
                    .FirstOrDefaultAsync(ct);
}
