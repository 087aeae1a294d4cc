using System.Text.RegularExpressions;
using Foster.TestKit;
using Foster.Web.Features.Messages;
using Xunit;

namespace Foster.Tests.Messages;

/// <summary>Staff read what a message is, never its key.</summary>
public sealed partial class MessageWordsTests
{
    /// <summary>Messages of accounts and alerts belong to no case.</summary>
    private static readonly string[] OfNoCase = ["account.", "alert."];

    [Fact]
    public void Every_kind_of_message_has_words()
    {
        var kinds = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "src/Foster.Web/Features"),
                "*.cs",
                SearchOption.AllDirectories
            )
            .Where(f => f.Contains("/Emails/", StringComparison.Ordinal))
            .SelectMany(f => Key().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Distinct()
            .Where(k => !OfNoCase.Any(k.StartsWith))
            .ToList();

        Assert.True(kinds.Count > 20);
        Assert.DoesNotContain("Message", kinds.Select(MessageWords.Kind));
        Assert.Equal("Message", MessageWords.Kind("nobody.thought-of-it"));
    }

    [Theory]
    [InlineData("See https://a.example/letters/Zk3vQ9fXw2LmT8sRbN5y", "See (a personal link)")]
    [InlineData("See https://a.example/page?key=1", "See (a personal link)")]
    [InlineData("See https://a.example/apply", "See https://a.example/apply")]
    [InlineData(
        "See https://a.example/staff/cases/3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "See https://a.example/staff/cases/3f2504e0-4f89-11d3-9a0c-0305e82c3301"
    )]
    public void Links_that_let_somebody_in_are_not_shown(string body, string shown) =>
        Assert.Equal(shown, MessageWords.WithoutKeys(body));

    [GeneratedRegex("\"([a-z0-9]+\\.[a-z-]+)\"")]
    private static partial Regex Key();
}
