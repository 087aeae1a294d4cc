using System.Globalization;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Web;

namespace Foster.Web.Features.Enquiries.Sources;

/// <summary>
/// Remembers on the device of a visitor who agreed, and nowhere else, by which first and last of our links they came: two
/// keys of campaigns with their minutes, nothing about the visitor (M-HUB-09). Whoever writes their own can only name
/// campaigns. Without it a key goes along in the address.
/// </summary>
public sealed class TrailCookie(LondonClock clock, IHostEnvironment environment)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>In the address; our own name first.</summary>
    public static IReadOnlyList<string> Names { get; } = [CameHere.KeyName, "utm_source"];

    public string Name => (environment.IsDevelopment() ? "" : "__Host-") + "foster-from";

    /// <summary>
    /// What could be a key in the address; people type keys in any case. Null for browsers that ask not to be tracked.
    /// </summary>
    public static string? KeyOf(HttpRequest request) =>
        request.Headers["Sec-GPC"] == "1" || request.Headers["DNT"] == "1"
            ? null
            : Names
                .Select(n => request.Query[n].FirstOrDefault()?.Trim().ToLowerInvariant())
                .FirstOrDefault(Campaign.IsKey);

    /// <summary>They came now, by the key in the address of this page; null without one.</summary>
    public CameBy? Here(HttpContext context) => At(KeyOf(context.Request), clock.Now);

    /// <summary>They came once, by one link.</summary>
    public static CameBy? At(string? key, DateTime at) =>
        key is null ? null : new CameBy(key, at, key, at);

    /// <summary>Null where there is none, it is over, or somebody has changed it into what it cannot be.</summary>
    public CameBy? Read(HttpContext context)
    {
        if (
            context.Request.Cookies[Name]?.Split('.')
            is not [var firstKey, var first, var lastKey, var last]
        )
            return null;
        if (!Campaign.IsKey(firstKey) || !Campaign.IsKey(lastKey) || Live(last) is not { } lastAt)
            return null;
        return Live(first) is { } firstAt && firstAt <= lastAt
            ? new CameBy(firstKey, firstAt, lastKey, lastAt)
            : new CameBy(lastKey, lastAt, lastKey, lastAt);
    }

    /// <summary>They came now by a link with this key, and have agreed.</summary>
    public void Add(HttpContext context, string key)
    {
        var now = clock.Now;
        var first = Read(context) is { } earlier
            ? Write(earlier.FirstKey, earlier.FirstAt)
            : Write(key, now);
        context.Response.Cookies.Append(Name, $"{first}.{Write(key, now)}", Manner(Life));
    }

    public void Forget(HttpContext context)
    {
        if (context.Request.Cookies.ContainsKey(Name))
            context.Response.Cookies.Delete(Name, Manner(null));
    }

    private static string Write(string key, DateTime at) =>
        string.Create(CultureInfo.InvariantCulture, $"{key}.{at.Ticks / TimeSpan.TicksPerMinute}");

    /// <summary>The instant, where it is none to come and none of more than 30 days ago.</summary>
    private DateTime? Live(string minutes)
    {
        if (
            !long.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number > DateTime.MaxValue.Ticks / TimeSpan.TicksPerMinute
        )
            return null;
        var at = new DateTime(number * TimeSpan.TicksPerMinute, DateTimeKind.Utc);
        return at <= clock.Now && at >= clock.Now - Life ? at : null;
    }

    private CookieOptions Manner(TimeSpan? life) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = !environment.IsDevelopment(),
            Path = "/",
            MaxAge = life,
        };
}
