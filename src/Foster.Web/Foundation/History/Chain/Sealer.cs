using Foster.Web.Foundation.Alerts;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Jobs;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.History;

/// <summary>Links what was written, a few seconds after it was.</summary>
public sealed class Sealer(
    IServiceScopeFactory scopes,
    SealerMemory memory,
    IOptions<HistoryOptions> options,
    TimeProvider time,
    ILogger<Sealer> log
) : Rounds(log)
{
    /// <summary>A backup put back in place, or a rebuilt file, may order rows anew: everything is looked through again.</summary>
    private static readonly TimeSpan Afresh = TimeSpan.FromHours(1);

    private readonly string node =
        $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private long lookedAfresh = time.GetTimestamp();

    protected override Task WaitAsync(CancellationToken ct) =>
        Task.Delay(TimeSpan.FromSeconds(options.Value.SealSeconds), ct);

    protected override void Failed() => memory.Forget();

    public override async Task RoundAsync(CancellationToken ct)
    {
        if (time.GetElapsedTime(lookedAfresh) > Afresh)
        {
            memory.Forget();
            lookedAfresh = time.GetTimestamp();
        }
        await using var services = scopes.CreateAsyncScope();
        var provider = services.ServiceProvider;
        var (_, cut) = await provider.GetRequiredService<Sealing>().RunAsync(node, ct);
        foreach (var council in cut)
            await provider
                .GetRequiredService<AlertBook>()
                .RaiseAsync(council, BrokenChain.Now(), ct);
    }
}

/// <summary>Looks through the whole history and tells the administrators where it does not hold.</summary>
public sealed class BrokenChain(
    HistoryVerification verification,
    AlertBook alerts,
    LondonClock clock
)
{
    public static AlertNote Now(string? day = null) =>
        new(
            "history.broken",
            $"history.broken:{day}",
            "The history of your council is not as it was written. Have your technical team run verify-history and keep its output."
        );

    public async Task<Verification> LookAsync(CancellationToken ct)
    {
        var found = await verification.RunAsync(ct);
        if (!found.Whole)
            foreach (var council in found.Findings.Select(f => f.CouncilId).Distinct())
                await alerts.RaiseAsync(
                    council,
                    Now(
                        clock.Today.ToString("O", System.Globalization.CultureInfo.InvariantCulture)
                    ),
                    ct
                );
        return found;
    }
}
