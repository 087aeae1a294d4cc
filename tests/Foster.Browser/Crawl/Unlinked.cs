namespace Foster.Browser;

/// <summary>
/// Pages that no link leads to, with an address of each and the reason. A page that is neither linked nor named here
/// is out of everybody's reach.
/// </summary>
internal static class Unlinked
{
    public static IReadOnlyDictionary<string, string> Pages { get; } =
        new Dictionary<string, string>
        {
            // An answer leads there: born less than 18 years ago.
            ["/enquire/not-yet"] = "/enquire/not-yet",
            // Answers that were kept too long lead there.
            ["/enquire/start-again"] = "/enquire/start-again",
            // The button of every page posts there; opened, it asks once more.
            ["/account/sign-out"] = "/account/sign-out",
            // Signing out leads there.
            ["/signed-out"] = "/signed-out",
            // Every refusal shows it.
            ["/status/{code:int:range(400,599)}"] = "/no-such-page",
        };

    /// <summary>Routes of the program that nobody reached, and known ones that need not be named any more.</summary>
    public static IEnumerable<string> Against(
        IEnumerable<string> routes,
        IReadOnlySet<string> linked,
        IReadOnlySet<string> visited
    ) =>
        routes
            .Where(r => !linked.Contains(r) && !Pages.ContainsKey(r))
            .Select(r => $"no link leads to {r}")
            .Concat(Pages.Keys.Where(linked.Contains).Select(r => $"a link leads to {r} after all"))
            .Concat(Pages.Keys.Where(r => !visited.Contains(r)).Select(r => $"nobody saw {r}"));
}
