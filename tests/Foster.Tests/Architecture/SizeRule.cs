using Foster.TestKit;

namespace Foster.Tests.Architecture;

/// <summary>A file past these lengths is a room that wants a wall.</summary>
internal static class SizeRule
{
    private const int Code = 300;
    private const int View = 150;
    private const int Test = 500;

    public static IReadOnlyList<string> Breaches(IEnumerable<(string Path, int Lines)> files) =>
        [
            .. files
                .Where(f => f.Lines > Limit(f.Path))
                .Select(f => $"{f.Path} has {f.Lines} lines, {Limit(f.Path)} at most"),
        ];

    /// <summary>The sources of the repository, without what is generated.</summary>
    public static IEnumerable<(string Path, int Lines)> Sources() =>
        from folder in (string[])["src", "tests"]
        from path in Directory.EnumerateFiles(
            Path.Combine(Repository.Root, folder),
            "*.cs*",
            SearchOption.AllDirectories
        )
        let name = Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
        where Path.GetExtension(name) is ".cs" or ".cshtml"
        where !name.Split('/').Any(part => part is "bin" or "obj" or "Migrations" or "node_modules")
        select (name, File.ReadLines(path).Count());

    private static int Limit(string path) =>
        path.StartsWith("tests/", StringComparison.Ordinal) ? Test
        : path.EndsWith(".cshtml", StringComparison.Ordinal) ? View
        : Code;
}
