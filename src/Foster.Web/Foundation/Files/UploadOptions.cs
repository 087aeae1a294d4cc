namespace Foster.Web.Foundation.Files;

/// <summary>How many files of which size are taken, where they lie and who looks for viruses (section Files).</summary>
public sealed class UploadOptions
{
    public const string Section = "Files";
    private const int Megabyte = 1024 * 1024;

    /// <summary>A file has to be smaller than so many megabytes.</summary>
    public int MaxMegabytes { get; set; } = 10;

    /// <summary>So many files belong to one thing that was asked for.</summary>
    public int MostOfOne { get; set; } = 20;

    /// <summary>Where the encrypted content lies; empty for the database.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Every node reaches the same folder. Says so what only whoever runs the nodes can know.</summary>
    public bool FolderIsShared { get; set; }

    /// <summary>None or Clamd.</summary>
    public string Scanner { get; set; } = nameof(ScannerKind.None);

    /// <summary>A host with its port, or the path of a socket.</summary>
    public string ScannerAddress { get; set; } = "";

    /// <summary>So long whoever uploads waits for the scanner; what takes longer is looked at afterwards.</summary>
    public int ScannerSeconds { get; set; } = 5;

    /// <summary>Within so many seconds the scanner says that it is there, or is taken to be away.</summary>
    public int AnswerSeconds { get; set; } = 1;

    /// <summary>Seconds between two looks at what is in quarantine.</summary>
    public int LookSeconds { get; set; } = 10;

    public int MaxBytes => MaxMegabytes * Megabyte;
}

public enum ScannerKind
{
    /// <summary>Files are taken as clean. Never in production.</summary>
    None,

    /// <summary>ClamAV's daemon.</summary>
    Clamd,
}
