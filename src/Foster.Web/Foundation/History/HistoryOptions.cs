namespace Foster.Web.Foundation.History;

/// <summary>How the history is kept from being altered (section History).</summary>
public sealed class HistoryOptions
{
    public const string Section = "History";

    /// <summary>Seconds between two rounds of the sealer, which chains what was written meanwhile.</summary>
    public int SealSeconds { get; set; } = 5;

    /// <summary>
    /// The file outside the database to which the heads of the chains are appended. Put it where whoever looks after the
    /// database cannot write. Empty: beside the embedded database, or in .data.
    /// </summary>
    public string AnchorFile { get; set; } = "";
}
