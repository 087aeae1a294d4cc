using System.Globalization;
using System.Text;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.History;

/// <summary>What an anchor says: at this instant the chain ended so.</summary>
public sealed record Anchor(DateTime At, ChainHead Head);

/// <summary>
/// The heads of the chains, kept outside the database: whoever rewrites a chain or cuts its end off in the database
/// cannot make it meet them.
/// </summary>
/// <remarks>
/// The file is text, one line for each head, only ever appended to. A line holds, separated by single spaces: the instant
/// in UTC (2026-05-15T09:00:00Z), the council's id, the log (Case, Council, Access or Erasure), the number of the last
/// link, the id of its row, its hash in 64 hexadecimal digits. Lines that begin with # say something to people.
/// </remarks>
public sealed class Anchors(string? path)
{
    private const string InstantFormat = "yyyy-MM-ddTHH:mm:ssZ";
    private const string Heading =
        "# Heads of the chains of Foster's history: instant, council, log, last link, its row, its hash. Only append.";

    public string? Path => path;

    /// <summary>Appends the heads and waits until they are on the disk.</summary>
    public async Task AppendAsync(
        DateTime at,
        IReadOnlyCollection<ChainHead> heads,
        CancellationToken ct
    )
    {
        if (path is null || heads.Count == 0)
            return;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        await using var file = new FileStream(
            path,
            FileMode.Append,
            FileAccess.Write,
            FileShare.ReadWrite
        );
        var lines = new StringBuilder();
        if (file.Length == 0)
            lines.Append(Heading).Append('\n');
        foreach (var head in heads)
            lines.Append(
                CultureInfo.InvariantCulture,
                $"{at.ToString(InstantFormat, CultureInfo.InvariantCulture)} {head.CouncilId:D} {head.Log} {head.Sequence} {head.EntryId:D} {head.Hash}\n"
            );
        await file.WriteAsync(Encoding.ASCII.GetBytes(lines.ToString()), ct);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Every anchor of the file, in its order; and the lines that say nothing that can be understood.</summary>
    public async Task<(IReadOnlyList<Anchor> Anchors, IReadOnlyList<int> Unreadable)> ReadAsync(
        CancellationToken ct
    )
    {
        var anchors = new List<Anchor>();
        var unreadable = new List<int>();
        if (path is null || !File.Exists(path))
            return (anchors, unreadable);
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, ct))
        {
            number++;
            if (line.StartsWith('#') || line.Length == 0)
                continue;
            if (Parse(line) is { } anchor)
                anchors.Add(anchor);
            else
                unreadable.Add(number);
        }
        return (anchors, unreadable);
    }

    /// <summary>Puts the file aside, when the demonstration is made anew.</summary>
    public void PutAside()
    {
        if (path is not null && File.Exists(path))
            File.Move(path, path + ".former", overwrite: true);
    }

    private static Anchor? Parse(string line) =>
        line.Split(' ') is [var at, var council, var log, var sequence, var entry, var hash]
        && DateTime.TryParseExact(
            at,
            InstantFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant
        )
        && Guid.TryParse(council, out var councilId)
        && Enum.TryParse<ChainLog>(log, out var which)
        && long.TryParse(sequence, CultureInfo.InvariantCulture, out var number)
        && Guid.TryParse(entry, out var entryId)
        && hash.Length == 64
            ? new Anchor(instant, new ChainHead(councilId, which, number, entryId, hash))
            : null;
}

/// <summary>Anchors what the chains have grown to.</summary>
public sealed class Anchoring(FosterDb db, SealStore store, Anchors anchors, LondonClock clock)
{
    /// <param name="known">The heads that are anchored already; what is anchored now is put there.</param>
    /// <returns>How many have grown.</returns>
    public async Task<int> RunAsync(
        Dictionary<(Guid, ChainLog), ChainHead> known,
        CancellationToken ct
    )
    {
        var grown = new List<ChainHead>();
        foreach (var council in await db.Set<Council>().Select(c => c.Id).ToListAsync(ct))
        foreach (var log in Enum.GetValues<ChainLog>())
            if (
                await store.HeadAsync(council, log, ct) is { } head
                && known.GetValueOrDefault((council, log)) != head
            )
                grown.Add(head);
        await anchors.AppendAsync(clock.Now, grown, ct);
        foreach (var head in grown)
            known[(head.CouncilId, head.Log)] = head;
        return grown.Count;
    }
}
