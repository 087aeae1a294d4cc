namespace Foster.Web.Foundation.Web;

/// <summary>By which of our links the page of this request was reached; its own links take the key on.</summary>
public sealed class CameHere
{
    /// <summary>The name of the key in an address.</summary>
    public const string KeyName = "from";

    /// <summary>The answer of the notice, and in an address that it was no.</summary>
    public const string Answer = "remember";

    public const string No = "no";

    /// <summary>Null where the page was reached otherwise, or the browser asks not to be tracked.</summary>
    public string? Key { get; set; }

    /// <summary>They said no on the way here, and are not asked on every page.</summary>
    public bool SaidNo { get; set; }
}
