using Foster.Web.Foundation.Clock;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Jobs;

/// <summary>
/// What a tick means. The engine only says "now" and "look again": which instant of which line is due, which of the nodes
/// does it, what a dead node left and what was missed is decided here, by rows.
/// </summary>
public sealed class JobRunner(
    IServiceScopeFactory scopes,
    JobLines lines,
    JobWork work,
    LondonClock clock,
    IHostApplicationLifetime lifetime,
    IOptions<JobOptions> options
)
{
    /// <summary>A tick that is so late was missed, and is caught up.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    /// <summary>The name of this node in the rows: machine, process and start.</summary>
    public string Node { get; } =
        $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid().ToString("N")[..6]}";

    private TimeSpan Lease => TimeSpan.FromSeconds(options.Value.LeaseSeconds);

    /// <summary>The jobs for which there is something to do here: due, asked for, or left by a node that is gone.</summary>
    public async Task<IReadOnlyList<string>> DueAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var claims = services.ServiceProvider.GetRequiredService<JobClaims>();
        var open = await claims.OpenRunsAsync(ct);
        var states = await claims.StatesAsync(lines, ct);
        return
        [
            .. lines
                .All.Where(l =>
                    open.TryGetValue(l.Key, out var taken)
                        ? !taken
                        : DueAt(l, states[l.Key]) is not null
                )
                .Select(l => l.Key),
        ];
    }

    /// <summary>Does what there is to do for a job, if this node gets it. How many runs that were.</summary>
    public async Task<int> RunAsync(string key, CancellationToken ct)
    {
        if (lines.Find(key) is not { } line)
            return 0;
        using var going = CancellationTokenSource.CreateLinkedTokenSource(
            ct,
            lifetime.ApplicationStopping
        );
        var runs = 0;
        while (!going.IsCancellationRequested && await ClaimAsync(line, ct) is { } claim)
        {
            await work.DoAsync(claim, Node, Lease, going.Token);
            runs++;
        }
        return runs;
    }

    private async Task<JobClaim?> ClaimAsync(JobLine line, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var claims = services.ServiceProvider.GetRequiredService<JobClaims>();
        if (DueAt(line, (await claims.StatesAsync(lines, ct))[line.Key]) is { } tick)
            await claims.OpenTickAsync(
                line.Key,
                tick,
                clock.Now - tick > Late ? JobOrigin.CatchUp : JobOrigin.Schedule,
                ct
            );
        return await claims.TakeAsync(line.Key, Node, Lease, ct);
    }

    /// <summary>Of all instants that went by only the latest.</summary>
    private DateTime? DueAt(JobLine line, JobState state) =>
        state.PausedAt is null ? line.Cron.Latest(state.LastTickAt, clock.Now) : null;
}
