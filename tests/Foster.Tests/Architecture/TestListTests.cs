using System.Text.RegularExpressions;
using Foster.TestKit;
using Xunit;

namespace Foster.Tests.Architecture;

/// <summary>The list of what holds each threshold names only what is there.</summary>
public sealed partial class TestListTests
{
    [Fact]
    public void Every_class_that_the_list_names_exists()
    {
        var tests = Path.Combine(Repository.Root, "tests");
        var made = Directory
            .EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet();
        var named = Named()
            .Matches(File.ReadAllText(Path.Combine(tests, "README.md")))
            .Select(m => m.Groups[1].Value)
            .ToList();

        Assert.True(named.Count > 30);
        Assert.All(named, n => Assert.Contains(n, made));
    }

    /// <summary>A row of the table, and in it each word that looks like a class.</summary>
    [GeneratedRegex(@"(?<=^\|[^\n]*)`([A-Z][A-Za-z]+)`", RegexOptions.Multiline)]
    private static partial Regex Named();
}
