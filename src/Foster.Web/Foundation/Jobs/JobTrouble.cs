using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Jobs;

/// <summary>Tells every administrator of a job that failed three times in a row: once, until it has been done again.</summary>
public sealed class JobTrouble(IServiceScopeFactory scopes, JobLines lines, AlertBook alerts)
{
    public const int Often = 3;

    public async Task LookAsync(string key, CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var ended = services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<JobRunRow>()
            .Where(r => r.JobKey == key && r.EndedAt != null);
        var since = await ended
            .Where(r => r.Result == JobResult.Done)
            .MaxAsync(r => (DateTime?)r.ScheduledAt, ct);
        var failed = ended.Where(r => since == null || r.ScheduledAt > since);
        if (await failed.CountAsync(ct) < Often)
            return;
        var first = await failed.OrderBy(r => r.ScheduledAt).Select(r => r.Id).FirstAsync(ct);
        await alerts.RaiseAsync(
            Guid.Empty,
            new AlertNote(
                "job.failed",
                $"job.failed:{first:N}",
                $"«{lines.Find(key)?.Name ?? key}» failed {Often} times in a row. Look at Jobs, and tell your technical team."
            ),
            ct
        );
    }
}
