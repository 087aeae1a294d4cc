using System.Globalization;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Foundation.Files;

public enum FileState
{
    /// <summary>Nobody may open it until the scanner has said that it is clean.</summary>
    Quarantined,
    Clean,

    /// <summary>The scanner found something. The content is gone, that it came stays on record.</summary>
    Refused,

    /// <summary>Somebody took it away. The content is gone.</summary>
    Removed,

    /// <summary>The scanner was asked often enough and never said what it thinks. The content is gone; another file is asked for.</summary>
    Unchecked,
}

/// <summary>
/// A file that somebody has added to a case: whose, what for, and how far it is. Its content lies apart, encrypted with a
/// key of its own that only this row holds; without the row the content is noise.
/// </summary>
public sealed class StoredFile : ICaseOwned, IVersioned
{
    /// <summary>After so many tries in vain somebody is asked for another file.</summary>
    public const int MostTries = 6;

    /// <summary>More than half a day together, so that a scanner that was set up wrongly can be mended meanwhile.</summary>
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(8),
    ];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }

    /// <summary>What it was added to, by its key in the catalogue of <see cref="IFileSubject"/>.</summary>
    public required string SubjectKind { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>Whom it is about; null for the household.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What it is for, in its name when it is handed out.</summary>
    public required string Purpose { get; init; }
    public required int Number { get; init; }

    /// <summary>What its owner calls it. Only shown, never used as a name of anything.</summary>
    public required string OriginalName { get; init; }

    /// <summary>As found in the content.</summary>
    public required string Type { get; init; }
    public required string Extension { get; init; }
    public required int Size { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string Digest { get; init; }
    public FileState State { get; private set; } = FileState.Quarantined;

    /// <summary>The key of the content; null once that is gone.</summary>
    public string? ContentKey { get; private set; }
    public int Parts { get; private set; }
    public bool InFolder { get; private set; }

    /// <summary>From whom staff have it; null for what applicants added themselves.</summary>
    public string? ReceivedFrom { get; init; }
    public required Guid AddedById { get; init; }
    public required string AddedBy { get; init; }
    public required DateTime AddedAt { get; init; }

    /// <summary>How often the scanner was there and could not judge it.</summary>
    public int Tries { get; private set; }

    /// <summary>When it is asked about it again; null where nobody has asked in vain.</summary>
    public DateTime? NextTryAt { get; private set; }

    /// <summary>When the scanner had looked at it.</summary>
    public DateTime? CheckedAt { get; private set; }

    /// <summary>What the scanner calls what it found.</summary>
    public string? Finding { get; private set; }
    public string? RemovedBy { get; private set; }
    public DateTime? RemovedAt { get; private set; }
    public string? RemovedBecause { get; private set; }
    public uint Version { get; set; }

    /// <summary>It is there, looked at or not.</summary>
    public bool Counts => State is FileState.Quarantined or FileState.Clean;

    /// <summary>The name under which it is handed out, made up here: FOS-123456-identity-2.pdf.</summary>
    public string NameFor(string reference) =>
        $"{reference}-{Purpose}-{Number.ToString(CultureInfo.InvariantCulture)}.{Extension}";

    public void Keep(string key, int parts, bool inFolder) =>
        (ContentKey, Parts, InFolder) = (key, parts, inFolder);

    public void Pass(DateTime at) => (State, CheckedAt) = (FileState.Clean, at);

    public void Refuse(string finding, DateTime at)
    {
        (State, CheckedAt, Finding) = (FileState.Refused, at, finding);
        ContentKey = null;
    }

    /// <summary>Asked in vain: it waits behind the others, each time for longer, until it is given up. True when it is.</summary>
    public bool Unjudged(DateTime at)
    {
        if (++Tries >= MostTries)
        {
            (State, CheckedAt, NextTryAt, ContentKey) = (FileState.Unchecked, at, null, null);
            return true;
        }
        NextTryAt = at + Pauses[Tries - 1];
        return false;
    }

    public void Remove(string by, string because, DateTime at)
    {
        (State, RemovedBy, RemovedBecause, RemovedAt) = (FileState.Removed, by, because, at);
        ContentKey = null;
    }
}

/// <summary>A piece of a file's content, encrypted with the key of its file.</summary>
public sealed class FilePart : ICaseOwned
{
    public required Guid CouncilId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid FileId { get; init; }
    public required int Number { get; init; }
    public required byte[] Content { get; init; }
}
