using Foster.TestKit;

namespace Foster.Faults;

/// <summary>Words by which the inside of the program would show on a page (row 20).</summary>
internal static class Inside
{
    private static readonly string[] Words =
    [
        "Exception",
        "   at ",
        "SQLite",
        "Npgsql",
        "Postgres",
        "SELECT ",
        "INSERT ",
        "/src/",
        ".cs:",
        "Microsoft.",
        "No space left",
    ];

    /// <summary>What the page gives away, or null. A page for people has a heading.</summary>
    public static string? In(HtmlPage page) =>
        Words.FirstOrDefault(w => page.Body.Contains(w, StringComparison.OrdinalIgnoreCase))
            is { } word
            ? $"«{word}» at {page.Path}"
        : page.Has("h1") ? null
        : $"no page for people at {page.Path}: {page.Body}";
}
