using System.Globalization;
using System.Security.Cryptography;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Foster.Web.Foundation.Security;

/// <summary>How public forms tell people from programs, and how many they take (section Spam).</summary>
public sealed class SpamOptions
{
    public const string Section = "Spam";

    /// <summary>Whoever answers faster than this for each page is looked at first; 0 for nobody.</summary>
    public int SecondsAPage { get; set; } = 2;

    /// <summary>So many forms are begun, and so many sent, from one address in ten minutes.</summary>
    public int PerAddress { get; set; } = 60;

    /// <summary>The same from everywhere together.</summary>
    public int InAll { get; set; } = 1_500;
}

/// <summary>What makes a form look as if no person had filled it in.</summary>
public enum SpamSign
{
    HiddenBox,
    TooFast,
}

/// <summary>A box that people do not see, and the time they take. No puzzle: whatever looks odd is looked at, never lost.</summary>
public sealed class SpamTrap(
    IOptions<SpamOptions> options,
    IDataProtectionProvider protection,
    LondonClock clock
)
{
    /// <summary>The name of the box: programs like to fill it in.</summary>
    public const string Name = "website";

    public const string OpenedField = "opened";

    private readonly IDataProtector protector = protection.CreateProtector("Foster.FormOpened");

    public static bool IsFilled(IFormCollection posted) => posted[Name].Any(v => v?.Length > 0);

    /// <summary>Says when a page was opened, so that nobody else can say it.</summary>
    public string Stamp() =>
        protector.Protect(clock.Now.Ticks.ToString(CultureInfo.InvariantCulture));

    /// <summary>When the page was opened; null where nobody can say.</summary>
    public DateTime? OpenedAt(string? stamp)
    {
        try
        {
            return string.IsNullOrEmpty(stamp)
                ? null
                : new DateTime(
                    long.Parse(protector.Unprotect(stamp), CultureInfo.InvariantCulture),
                    DateTimeKind.Utc
                );
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public IReadOnlyList<SpamSign> SignsOf(bool filled, DateTime? since, int pages)
    {
        var signs = new List<SpamSign>();
        if (filled)
            signs.Add(SpamSign.HiddenBox);
        if (
            options.Value.SecondsAPage > 0
            && since is { } begun
            && clock.Now - begun < TimeSpan.FromSeconds(options.Value.SecondsAPage * pages)
        )
            signs.Add(SpamSign.TooFast);
        return signs;
    }
}
