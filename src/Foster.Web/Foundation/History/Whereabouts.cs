namespace Foster.Web.Foundation.History;

/// <summary>From where the act of this request comes. Empty for what Foster does by itself.</summary>
public sealed class Whereabouts
{
    /// <summary>The network address, as far as the proxies before the program may be believed.</summary>
    public string? Address { get; set; }
}
