namespace Foster.TestKit;

/// <summary>Where the sources are, for tests that read them.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Foster.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests are not run from within the repository.");
    }
}
