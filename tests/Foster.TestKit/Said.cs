using Foster.Web.Foundation.History;
using Microsoft.Extensions.DependencyInjection;

namespace Foster.TestKit;

/// <summary>What entries of the history say; they have to be loaded with their bodies.</summary>
public static class Said
{
    public static HistoryContent Of(FosterHost host, HistoryEntry entry) =>
        host.Services.GetRequiredService<HistoryWords>().Open(entry.Id, entry.Body?.Content);
}
