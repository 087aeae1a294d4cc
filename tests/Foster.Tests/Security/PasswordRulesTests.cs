using Foster.Web.Foundation.Security;
using Xunit;

namespace Foster.Tests.Security;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("elevenchars")]
    [InlineData("password1234")]
    [InlineData("password123456")]
    [InlineData("P4ssw0rd123456!")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("123456789012345")]
    [InlineData("qwertyuiop123")]
    [InlineData("letmeinletmein")]
    [InlineData("fostering2026!!")]
    [InlineData("harbourside1234")]
    [InlineData("robinexample99")]
    public void Weak_ones_are_refused_with_what_to_do(string password) =>
        Assert.Contains(
            "words",
            PasswordRules.Against(password, "Harbourside Council", "Robin", "Example")
        );

    [Theory]
    [InlineData("three quiet otters")]
    [InlineData("harbour-lantern-orchard")]
    [InlineData("xK9#vQ2!mZ7&pL4w")]
    public void Long_ones_of_any_characters_are_taken(string password) =>
        Assert.Null(PasswordRules.Against(password, "Harbourside Council", "Robin", "Example"));

    [Fact]
    public void A_hundred_and_twenty_eight_characters_are_taken() =>
        Assert.Null(
            PasswordRules.Against(string.Concat(Enumerable.Repeat("kiwi tern ", 13))[..128])
        );

    [Theory]
    [InlineData("Sunflower2024!")]
    [InlineData("mercedes1234")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("123qweasdzxc")]
    public void What_stands_in_the_list_of_common_ones_is_refused_also_with_decoration(
        string password
    ) => Assert.Contains("commonest", PasswordRules.Against(password));

    [Fact]
    public void The_list_ships_with_the_program_and_has_a_hundred_thousand_at_least() =>
        Assert.True(CommonPasswords.Count > 100_000, $"{CommonPasswords.Count}");
}
