using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Files;

/// <summary>Goes on asking the scanner about files in quarantine until it has answered for each.</summary>
public sealed class FileRounds(
    IServiceScopeFactory scopes,
    IOptions<UploadOptions> options,
    ILogger<FileRounds> log
) : Rounds(log)
{
    private const int AtOnce = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected override Task WaitAsync(CancellationToken ct) =>
        Task.Delay(TimeSpan.FromSeconds(Math.Max(1, options.Value.LookSeconds)), ct);

    public override async Task RoundAsync(CancellationToken ct)
    {
        foreach (var (id, council) in await WaitingAsync(ct))
        {
            await using var services = scopes.CreateAsyncScope();
            services.ServiceProvider.GetRequiredService<ActorSource>().System(council);
            await services
                .ServiceProvider.GetRequiredService<FileCheck>()
                .LookAsync(id, Patience, ct);
            // While it is away nobody is asked for the rest. A file that it could not judge keeps no other waiting.
            if (!await services.ServiceProvider.GetRequiredService<ScannerWatch>().AnswersAsync(ct))
                return;
        }
    }

    private async Task<IReadOnlyList<(Guid Id, Guid CouncilId)>> WaitingAsync(CancellationToken ct)
    {
        await using var services = scopes.CreateAsyncScope();
        var now = services.ServiceProvider.GetRequiredService<LondonClock>().Now;
        var waiting = await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<StoredFile>()
            .IgnoreQueryFilters([FosterDb.CouncilFilter, FosterDb.CaseFilter])
            .Where(f => f.State == FileState.Quarantined)
            .Where(f => f.NextTryAt == null || f.NextTryAt <= now)
            .OrderBy(f => f.Tries)
            .ThenBy(f => f.AddedAt)
            .Take(AtOnce)
            .Select(f => new { f.Id, f.CouncilId })
            .ToListAsync(ct);
        return [.. waiting.Select(f => (f.Id, f.CouncilId))];
    }
}
