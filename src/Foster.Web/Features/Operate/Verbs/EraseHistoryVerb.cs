using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>
/// Erases the words of one row of the logs, such as what was written into the wrong case, and leaves a certificate that
/// is chained itself (R-DP-11). The row stays, and the history stays whole.
/// </summary>
public sealed class EraseHistoryVerb : IVerb
{
    private const int ShortestReason = 20;
    private const string Rule = "R-DP-11";

    private static readonly ChainLog[] Logs = [ChainLog.Case, ChainLog.Council, ChainLog.Access];

    public string Name => "erase-history";
    public string Help =>
        "erase the words of one row: erase-history --row <id> --certificate \"<why>\"";

    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        if (!Guid.TryParse(After(words, "--row"), out var row))
            throw new InvalidOperationException(
                "Usage: erase-history --row <id> --certificate \"<why these words may go>\""
            );
        var why = (After(words, "--certificate") ?? "").Trim();
        if (why.Length < ShortestReason)
            throw new InvalidOperationException(
                $"The certificate says why in {ShortestReason} characters or more."
            );
        var maintenance = app.Services.GetRequiredService<HistoryMaintenance>();
        if (!await maintenance.MayEraseAsync(ct))
            throw new InvalidOperationException(
                "The web role may not erase. Set Database:OwnerConnection."
            );
        foreach (var council in await CouncilsAsync(app, ct))
        foreach (var log in Logs)
            if (
                await maintenance.EraseAsync(Actor.System(council.Id), log, [row], Rule, why, ct)
                > 0
            )
            {
                Console.WriteLine(
                    $"{council.Code} {log}: the words of row {row} are erased, with a certificate."
                );
                return 0;
            }
        Console.WriteLine($"There is no row {row} with words in any log. Nothing was erased.");
        return 1;
    }

    private static async Task<List<Council>> CouncilsAsync(WebApplication app, CancellationToken ct)
    {
        await using var services = app.Services.CreateAsyncScope();
        return await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<Council>()
            .AsNoTracking()
            .OrderBy(c => c.Code)
            .ToListAsync(ct);
    }

    private static string? After(IReadOnlyList<string> words, string option) =>
        words.SkipWhile(w => w != option).Skip(1).FirstOrDefault();
}
