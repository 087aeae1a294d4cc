namespace Foster.Web.Features.Enquiries;

/// <summary>An information session or another event to which people can come, as it is told with the pack.</summary>
public sealed record ComingSession(string Title, string When, string Place)
{
    public const int LongestWords = 1_500;

    /// <summary>What an enquirer was invited to, for the record (R-ENQ-04).</summary>
    public static string Words(IReadOnlyList<ComingSession> coming)
    {
        var words =
            coming.Count == 0
                ? "whatever is on our events page"
                : string.Join("; ", coming.Select(c => $"{c.Title}, {c.When}"));
        return words.Length > LongestWords ? words[..LongestWords] : words;
    }
}

/// <summary>What people can come to next, of those who know it.</summary>
public interface ISessions
{
    /// <summary>How many are named with a pack.</summary>
    public const int Most = 3;

    /// <summary>What is published and still to come, the next first.</summary>
    Task<IReadOnlyList<ComingSession>> NextAsync(Guid councilId, int most, CancellationToken ct);
}

public static class Sessions
{
    public static async Task<IReadOnlyList<ComingSession>> NextAsync(
        this IEnumerable<ISessions> sources,
        Guid councilId,
        CancellationToken ct
    )
    {
        var coming = new List<ComingSession>();
        foreach (var source in sources)
            coming.AddRange(await source.NextAsync(councilId, ISessions.Most, ct));
        return [.. coming.Take(ISessions.Most)];
    }
}
