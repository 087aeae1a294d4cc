using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Jobs;

/// <summary>A run that this node has taken.</summary>
public sealed record JobClaim(
    Guid Id,
    string JobKey,
    DateTime ScheduledAt,
    JobOrigin Origin,
    int Attempt
);

/// <summary>How far a run has got.</summary>
public readonly record struct JobCounts(int Considered, int Done, int Failed);

/// <summary>
/// Opens, takes, keeps and ends runs, each in one statement, so that of several nodes one does it. Leases are told by the
/// database's clock.
/// </summary>
public sealed class JobClaims(FosterDb db, LondonClock clock)
{
    private const string Table = $"\"{JobMaps.Runs}\"";

    /// <summary>Puts a run where nodes find it. False where this instant is seen to, or the job has not ended yet.</summary>
    public async Task<bool> OpenAsync(
        string key,
        DateTime scheduledAt,
        JobOrigin origin,
        CancellationToken ct
    ) =>
        await WriteAsync(
            $$"""
            INSERT INTO {{Table}} ("Id", "JobKey", "ScheduledAt", "Origin", "Attempt", "LeaseUntil", "Considered", "Done", "Failed")
            VALUES ({0}, {1}, {2}, {3}, 0, 0, 0, 0, 0) ON CONFLICT DO NOTHING
            """,
            [Guid.CreateVersion7(), key, scheduledAt, origin.ToString()],
            ct
        );

    /// <summary>As above for an instant of its line, which is remembered as seen to in the same transaction.</summary>
    public Task<bool> OpenTickAsync(
        string key,
        DateTime tick,
        JobOrigin origin,
        CancellationToken ct
    ) =>
        db.WriteTogetherAsync(
            async () =>
            {
                var opened = await OpenAsync(key, tick, origin, ct);
                if (opened)
                    await db.Set<JobState>()
                        .Where(s => s.JobKey == key && s.LastTickAt < tick)
                        .ExecuteUpdateAsync(u => u.SetProperty(s => s.LastTickAt, tick), ct);
                return opened;
            },
            ct
        );

    /// <summary>Takes the open run of a job, where nobody has it (any more).</summary>
    public async Task<JobClaim?> TakeAsync(
        string key,
        string node,
        TimeSpan life,
        CancellationToken ct
    )
    {
        var open = await db.Set<JobRunRow>()
            .AsNoTracking()
            .SingleOrDefaultAsync(r => r.JobKey == key && r.EndedAt == null, ct);
        if (
            open is null
            || !await WriteAsync(
                $$"""
                UPDATE {{Table}} SET "Node" = {1}, "Attempt" = "Attempt" + 1, "LeaseUntil" = {{Now}} + {2},
                    "StartedAt" = COALESCE("StartedAt", {3}), "Considered" = 0, "Done" = 0, "Failed" = 0
                WHERE "Id" = {0} AND "EndedAt" IS NULL AND "Attempt" = {4} AND "LeaseUntil" <= {{Now}}
                """,
                [open.Id, node, (long)life.TotalMilliseconds, clock.Now, open.Attempt],
                ct
            )
        )
            return null;
        return new JobClaim(open.Id, key, open.ScheduledAt, open.Origin, open.Attempt + 1);
    }

    /// <summary>Says that the node is still there, and how far it is. False where the run is no longer its own.</summary>
    public Task<bool> KeepAsync(
        JobClaim claim,
        JobCounts counts,
        TimeSpan life,
        CancellationToken ct
    ) =>
        WriteAsync(
            $$"""
            UPDATE {{Table}} SET "LeaseUntil" = {{Now}} + {2}, "Considered" = {3}, "Done" = {4}, "Failed" = {5}
            WHERE "Id" = {0} AND "Attempt" = {1} AND "EndedAt" IS NULL
            """,
            [
                claim.Id,
                claim.Attempt,
                (long)life.TotalMilliseconds,
                counts.Considered,
                counts.Done,
                counts.Failed,
            ],
            ct
        );

    /// <summary>Gives the run to whoever takes it next, because this node stops.</summary>
    public Task<bool> LetGoAsync(JobClaim claim, CancellationToken ct) =>
        KeepAsync(claim, default, TimeSpan.FromMilliseconds(-1), ct);

    public Task<bool> EndAsync(
        JobClaim claim,
        JobResult result,
        JobCounts counts,
        string? error,
        CancellationToken ct
    ) =>
        WriteAsync(
            $$"""
            UPDATE {{Table}} SET "EndedAt" = {2}, "Result" = {3}, "Considered" = {4}, "Done" = {5}, "Failed" = {6}, "Error" = NULLIF({7}, '')
            WHERE "Id" = {0} AND "Attempt" = {1} AND "EndedAt" IS NULL
            """,
            [
                claim.Id,
                claim.Attempt,
                clock.Now,
                result.ToString(),
                counts.Considered,
                counts.Done,
                counts.Failed,
                error ?? "",
            ],
            ct
        );

    /// <summary>Jobs with a run that has not ended, and whether somebody has it.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> OpenRunsAsync(CancellationToken ct)
    {
        // The clock's words are a constant of the provider.
#pragma warning disable EF1002
        var free = await db
            .Database.SqlQueryRaw<string>(
                $"SELECT \"JobKey\" AS \"Value\" FROM {Table} WHERE \"EndedAt\" IS NULL AND \"LeaseUntil\" <= {Now}"
            )
            .ToListAsync(ct);
#pragma warning restore EF1002
        var open = await db.Set<JobRunRow>()
            .Where(r => r.EndedAt == null)
            .Select(r => r.JobKey)
            .ToListAsync(ct);
        return open.ToDictionary(k => k, k => !free.Contains(k));
    }

    /// <summary>What is remembered of each line; a line that is new begins now.</summary>
    public async Task<Dictionary<string, JobState>> StatesAsync(
        JobLines lines,
        CancellationToken ct
    )
    {
        var known = await ReadAsync();
        var added = lines.All.Where(l => !known.ContainsKey(l.Key)).ToList();
        foreach (var line in added)
            await WriteAsync(
                """
                INSERT INTO "JobStates" ("JobKey", "Id", "LastTickAt") VALUES ({0}, {1}, {2}) ON CONFLICT DO NOTHING
                """,
                [line.Key, Guid.CreateVersion7(), clock.Now],
                ct
            );
        return added.Count == 0 ? known : await ReadAsync();

        Task<Dictionary<string, JobState>> ReadAsync() =>
            db.Set<JobState>().AsNoTracking().ToDictionaryAsync(s => s.JobKey, ct);
    }

    private string Now => Leases.NowOf(db);

    private async Task<bool> WriteAsync(string statement, object[] values, CancellationToken ct) =>
        await db.WriteNowAsync(() => db.Database.ExecuteSqlRawAsync(statement, values, ct), ct) > 0;
}
