using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.History;

/// <summary>Something that is not as it was written, and where.</summary>
public sealed record Finding(ChainLog Log, Guid CouncilId, Guid? EntryId, string What);

/// <summary>What a look through the whole history came to.</summary>
public sealed record Verification(
    long Linked,
    long Waiting,
    long Erased,
    int Anchors,
    IReadOnlyList<Finding> Findings,
    long Count
)
{
    public bool Whole => Count == 0;
}

/// <summary>
/// Looks through every chain from its first link and compares link, row, words and anchors. It reads in batches and
/// keeps nothing but what it found.
/// </summary>
public sealed class HistoryVerification(FosterDb db, HistoryWords words, Anchors anchors)
{
    private const int Batch = 5_000;
    private const int MostFindings = 200;

    private readonly List<Finding> findings = [];
    private long count;
    private long linked;
    private long waiting;
    private long erased;

    public async Task<Verification> RunAsync(CancellationToken ct)
    {
        var (anchored, unreadable) = await anchors.ReadAsync(ct);
        var councils = await db.Set<Council>().Select(c => c.Id).ToListAsync(ct);
        foreach (var line in unreadable)
            Found(ChainLog.Case, Guid.Empty, null, $"line {line} of the anchor file was changed");
        var byChain = anchored.ToLookup(a => (a.Head.CouncilId, a.Head.Log));
        // A council that was deleted with all of its rows is in the anchors still.
        foreach (var council in councils.Union(anchored.Select(a => a.Head.CouncilId)))
        foreach (var table in ChainTable.All)
        {
            await ChainAsync(table, council, [.. byChain[(council, table.Log)]], ct);
            await WaitingAsync(table, council, ct);
        }
        foreach (var table in ChainTable.All)
        foreach (var orphan in await table.OrphansAsync(db, MostFindings, ct))
            Found(table.Log, Guid.Empty, orphan, "the row was deleted; its words are still there");
        return new Verification(linked, waiting, erased, anchored.Count, findings, count);
    }

    private async Task ChainAsync(
        ChainTable table,
        Guid council,
        IReadOnlyList<Anchor> anchored,
        CancellationToken ct
    )
    {
        var log = table.Log;
        var meets = anchored.ToLookup(a => a.Head.Sequence);
        Anchor? lastMet = null;
        var missed = false;
        ChainHead? head = null;
        Task<List<ChainedRow>>? next = table.SealedAsync(db, council, 0, Batch, ct);
        while (true)
        {
            var batch = await next!;
            // The database reads on while this is looked at.
            next =
                batch.Count < Batch
                    ? null
                    : table.SealedAsync(db, council, batch[^1].Seal!.Sequence, Batch, ct);
            foreach (var (seal, row, _) in batch)
            {
                linked++;
                head = Link(log, head, seal!);
                if (row is null)
                    Found(
                        log,
                        council,
                        seal!.EntryId,
                        $"the row at place {seal.Sequence} was deleted"
                    );
                else if (row.Digest != seal!.RowDigest || row.CouncilId != council)
                    Found(
                        log,
                        council,
                        row.Id,
                        $"the row at place {seal.Sequence} is not the one that was linked"
                    );
                foreach (var anchor in meets[head.Sequence])
                    if (anchor.Head == head)
                        lastMet = anchor;
                    else if (!missed)
                    {
                        missed = true;
                        Found(
                            log,
                            council,
                            seal!.EntryId,
                            $"the chain was rewritten: at place {head.Sequence} it does not meet the anchor of {anchor.At:u}, row {anchor.Head.EntryId}; "
                                + $"places {(lastMet?.Head.Sequence ?? 0) + 1} to {head.Sequence} are in doubt"
                        );
                    }
            }
            var bare = Rows(table, council, batch);
            if (next is not null)
                await next;
            await BareAsync(table, council, bare, ct);
            if (next is null)
                break;
        }
        var end = head?.Sequence ?? 0;
        if (anchored.MaxBy(a => a.Head.Sequence) is { } furthest && furthest.Head.Sequence > end)
            Found(
                log,
                council,
                furthest.Head.EntryId,
                $"the end was cut off: places {end + 1} to {furthest.Head.Sequence} are gone; the last of them was anchored at {furthest.At:u}"
            );
    }

    /// <summary>Compares a link with the one before it, and goes on from what it says itself.</summary>
    private ChainHead Link(ChainLog log, ChainHead? before, Seal seal)
    {
        var expected = (before?.Sequence ?? 0) + 1;
        if (seal.Sequence != expected)
            Found(
                log,
                seal.CouncilId,
                seal.EntryId,
                $"the links at places {expected} to {seal.Sequence - 1}, before this row, were deleted"
            );
        else if (
            seal.Hash
            != Seal.HashOf(
                before?.Hash,
                seal.CouncilId,
                log,
                seal.Sequence,
                seal.EntryId,
                seal.RowDigest
            )
        )
            Found(
                log,
                seal.CouncilId,
                seal.EntryId,
                $"the link at place {seal.Sequence} was changed, put in or swapped"
            );
        return new ChainHead(seal.CouncilId, log, seal.Sequence, seal.EntryId, seal.Hash);
    }

    private async Task WaitingAsync(ChainTable table, Guid council, CancellationToken ct)
    {
        var after = Guid.Empty;
        while (true)
        {
            var batch = await table.UnsealedAsync(db, council, after, Batch, ct);
            waiting += batch.Count;
            await BareAsync(table, council, Rows(table, council, batch), ct);
            if (batch.Count < Batch)
                return;
            after = batch[^1].Row!.Id;
        }
    }

    /// <summary>Compares each row with its digest and its words with the row. Answers the rows whose words are gone.</summary>
    private List<IChained> Rows(ChainTable table, Guid council, IReadOnlyList<ChainedRow> batch)
    {
        var bare = new List<IChained>();
        foreach (var (_, row, content) in batch)
        {
            if (row is null)
                continue;
            if (Facts.Of(table.Kind, row) != row.Digest)
                Found(table.Log, council, row.Id, "the row was changed or put in");
            if (content is null && row.ContentDigest is not null)
                bare.Add(row);
            else if (content is not null && WrongWith(table, row, content) is { } wrong)
                Found(table.Log, council, row.Id, wrong);
        }
        return bare;
    }

    /// <summary>Words that are gone need a certificate.</summary>
    private async Task BareAsync(
        ChainTable table,
        Guid council,
        List<IChained> bare,
        CancellationToken ct
    )
    {
        if (bare.Count == 0)
            return;
        var ids = bare.Select(r => r.Id).ToList();
        var certificates = await db.Set<Erasure>()
            .AsNoTracking()
            .IgnoreQueryFilters()
            .Include(e => e.Body)
            .Where(e => ids.Contains(e.EntryId))
            .ToListAsync(ct);
        var certified = certificates
            .Where(IsGood)
            .Select(e => (e.Log, e.EntryId, e.CouncilId, e.ErasedDigest))
            .ToHashSet();
        foreach (var row in bare)
            if (certified.Contains((table.Log, row.Id, row.CouncilId, row.ContentDigest!)))
                erased++;
            else
                Found(table.Log, council, row.Id, "its words were deleted without a certificate");
    }

    private string? WrongWith(ChainTable table, IChained row, byte[] content)
    {
        try
        {
            return words.DigestOf(table.Bodies, row.Id, content) == row.ContentDigest
                ? null
                : "its words are not those that were written";
        }
        catch (VaultException e)
        {
            return $"its words do not open: {e.Message}";
        }
    }

    /// <summary>A certificate counts when it is as it was written, and only whoever has the key could write it.</summary>
    private bool IsGood(Erasure certificate) =>
        Facts.Of("foster:erasure:1", certificate) == certificate.Digest
        && certificate.Body is { } body
        && WrongWith(ChainTable.For(ChainLog.Erasure), certificate, body.Content) is null;

    private void Found(ChainLog log, Guid council, Guid? entry, string what)
    {
        count++;
        if (findings.Count < MostFindings)
            findings.Add(new Finding(log, council, entry, what));
    }
}
