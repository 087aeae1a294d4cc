using Foster.TestKit;

namespace Foster.Browser;

/// <summary>A page as somebody saw it.</summary>
/// <param name="Route">Null for an answer that no page of the site gives.</param>
/// <param name="By">What led there: the address that linked to it, or why it was opened.</param>
internal sealed record Seen(Wanderer Who, SitePage? Route, string Address, string By, HtmlPage Page)
{
    /// <summary>False for a file to keep and for what only a script asks.</summary>
    public bool IsPage =>
        !Page.Headers.TryGetValue("Content-Type", out var type)
        || type.StartsWith("text/html", StringComparison.Ordinal);

    public override string ToString() => $"{Address} for {Who.Name}";
}

/// <summary>Something that must not be, and where.</summary>
internal sealed record Finding(string What, string Where)
{
    public override string ToString() => $"{What}: {Where}";
}
