namespace Foster.Web.Foundation.Sessions;

/// <summary>What a browser says of itself, in the words of its owner: Firefox on Windows.</summary>
public static class DeviceWords
{
    // The order matters: each of them names some of those that follow as well.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("CrOS", "Chromebook"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        var browser = Named(Browsers, userAgent);
        var system = Named(Systems, userAgent);
        return (browser, system) switch
        {
            (null, null) => "A device we do not know",
            (null, _) => system,
            (_, null) => browser,
            _ => $"{browser} on {system}",
        };
    }

    private static string? Named((string Sign, string Name)[] known, string? text) =>
        text is null
            ? null
            : known
                .Where(k => text.Contains(k.Sign, StringComparison.Ordinal))
                .Select(k => k.Name)
                .FirstOrDefault();
}
