using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Operate.Verbs;

/// <summary>Looks through the whole history and names every row that is not as it was written.</summary>
public sealed class VerifyHistoryVerb : IVerb
{
    public string Name => "verify-history";
    public string Help => "check the history from its first row; ends with 1 where it was altered";

    public async Task<int> RunAsync(
        WebApplication app,
        IReadOnlyList<string> words,
        CancellationToken ct
    )
    {
        await using var services = app.Services.CreateAsyncScope();
        var councils = await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<Council>()
            .ToDictionaryAsync(c => c.Id, c => c.Code, ct);
        var anchors = services.ServiceProvider.GetRequiredService<Anchors>();
        var found = await services.ServiceProvider.GetRequiredService<BrokenChain>().LookAsync(ct);
        foreach (var finding in found.Findings)
            Console.WriteLine(
                $"{Where(finding, councils)}, row {finding.EntryId?.ToString() ?? "unknown"}: {finding.What}"
            );
        if (found.Count > found.Findings.Count)
            Console.WriteLine($"… and {found.Count - found.Findings.Count:N0} more");
        Console.WriteLine(
            $"{found.Linked:N0} rows in the chains, {found.Waiting:N0} not yet sealed, {found.Erased:N0} erased with a certificate"
        );
        Console.WriteLine(
            found.Anchors == 0
                ? "There are no anchors, so a cut-off end could not be noticed."
                : $"{found.Anchors:N0} anchors in {anchors.Path}"
        );
        Console.WriteLine(
            found.Whole
                ? "The history is as it was written."
                : $"The history was altered in {found.Count:N0} places."
        );
        return found.Whole ? 0 : 1;
    }

    private static string Where(Finding finding, Dictionary<Guid, string> councils) =>
        finding.CouncilId == Guid.Empty
            ? finding.Log.ToString()
            : $"{councils.GetValueOrDefault(finding.CouncilId) ?? finding.CouncilId.ToString()} {finding.Log}";
}
