using System.Globalization;
using System.Text.RegularExpressions;
using Foster.TestKit;
using Foster.Web.Foundation.Actors;
using Xunit;

namespace Foster.Tests.Operate;

/// <summary>Every colour that a council can choose can be read: the pairs of its styles hold 4.5 to 1 (WCAG 1.4.3).</summary>
public sealed partial class AccentTests
{
    public static TheoryData<Accent> All => [.. Enum.GetValues<Accent>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Text_and_background_hold_4_5_to_1(Accent accent)
    {
        var styles = File.ReadAllText(
            Path.Combine(Repository.Root, "wwwroot-assets", "styles", "_theme.scss")
        );
        var plain = Block(styles, ":root");
        var own =
            accent is Accent.Teal ? plain : Block(styles, $"[data-theme=\"{accent.Theme()}\"]");
        string Of(string name) => own.GetValueOrDefault(name, plain[name]);

        foreach (
            var (text, ground) in new[]
            {
                ("#ffffff", Of("brand")),
                ("#ffffff", Of("brand-dark")),
                (Of("brand-dark"), Of("tint")),
                (Of("brand-dark"), "#ffffff"),
                ("#0b0c0c", Of("tint")),
            }
        )
            Assert.True(Contrast(text, ground) >= 4.5, $"{accent}: {text} on {ground}");
    }

    private static Dictionary<string, string> Block(string styles, string selector)
    {
        var start = styles.IndexOf(selector + " {", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The styles do not know {selector}.");
        return Colour()
            .Matches(styles[start..styles.IndexOf('}', start)])
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }

    private static double Contrast(string one, string other)
    {
        double[] two = [Light(one), Light(other)];
        return (two.Max() + 0.05) / (two.Min() + 0.05);
    }

    private static double Light(string colour) =>
        0.2126 * Part(colour, 1) + 0.7152 * Part(colour, 3) + 0.0722 * Part(colour, 5);

    private static double Part(string colour, int at)
    {
        var c = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, null) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("--app-([a-z-]+): (#[0-9a-f]{6});")]
    private static partial Regex Colour();
}
