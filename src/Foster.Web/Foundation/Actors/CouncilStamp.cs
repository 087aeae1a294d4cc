using System.Globalization;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.Actors;

/// <summary>A word that is another one as soon as any council has changed anything; asked once a second at most.</summary>
public sealed class CouncilStamp(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);
    private Reading? known;

    public async ValueTask<string> NowAsync(CancellationToken ct)
    {
        if (known is { } last && time.GetElapsedTime(last.ReadAt) < Life)
            return last.Word;
        var readAt = time.GetTimestamp();
        await using var services = scopes.CreateAsyncScope();
        var versions = await services
            .ServiceProvider.GetRequiredService<FosterDb>()
            .Set<Council>()
            .OrderBy(c => c.Id)
            .Select(c => c.Version)
            .ToListAsync(ct);
        var word = string.Join('.', versions.Select(v => v.ToString(CultureInfo.InvariantCulture)));
        known = new Reading(word, readAt);
        return word;
    }

    private sealed record Reading(string Word, long ReadAt);
}
