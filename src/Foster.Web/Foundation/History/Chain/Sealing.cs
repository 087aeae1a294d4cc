using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;

namespace Foster.Web.Foundation.History;

/// <summary>What a node remembers from one round of the sealer to the next.</summary>
public sealed class SealerMemory
{
    /// <summary>How far each log has been looked through; none at the start, so that the first round looks at everything.</summary>
    public Dictionary<ChainLog, SealCursor> Cursors { get; } = [];

    /// <summary>The last link of each chain that this node has seen.</summary>
    public Dictionary<(Guid, ChainLog), ChainHead> Heads { get; } = [];

    public void Forget() => Cursors.Clear();
}

/// <summary>
/// Gives committed rows their place in the chain of their council. Writers never wait for it: they only add rows, and
/// whichever node holds the lease links them a few seconds later.
/// </summary>
public sealed class Sealing(
    FosterDb db,
    SealStore store,
    Leases leases,
    LondonClock clock,
    SealerMemory memory
)
{
    public const string LeaseName = "history-sealer";

    /// <summary>So many links are written in one transaction; on the embedded database it holds the gate.</summary>
    private const int Batch = 250;
    private static readonly TimeSpan LeaseLife = TimeSpan.FromSeconds(30);

    /// <summary>Links what waits. Answers how many rows it linked, and the councils whose chain is shorter than it was.</summary>
    public async Task<(int Linked, IReadOnlyList<Guid> Cut)> RunAsync(
        string node,
        CancellationToken ct
    )
    {
        var cut = new List<Guid>();
        var linked = 0;
        foreach (var table in ChainTable.All)
        {
            var (oldest, next) = await store.HorizonAsync(ct);
            if (memory.Cursors.TryGetValue(table.Log, out var cursor))
                linked += await FromAsync(table, cursor, oldest, true, node, cut, ct);
            else
            {
                linked += await FromAsync(table, SealCursor.Start, oldest, true, node, cut, ct);
                // Rows of a restored backup carry numbers of transactions that this server has not reached.
                if (next != long.MaxValue)
                    linked += await FromAsync(
                        table,
                        new SealCursor(next, Guid.Empty),
                        long.MaxValue,
                        false,
                        node,
                        cut,
                        ct
                    );
            }
        }
        return (linked, cut);
    }

    private async Task<int> FromAsync(
        ChainTable table,
        SealCursor cursor,
        long below,
        bool remember,
        string node,
        List<Guid> cut,
        CancellationToken ct
    )
    {
        var linked = 0;
        while (true)
        {
            var rows = await store.PendingAsync(table, cursor, below, Batch, ct);
            if (rows.Count > 0)
            {
                if (!await LinkAsync(table.Log, rows, node, cut, ct))
                    return linked;
                linked += rows.Count;
                cursor = new SealCursor(rows[^1].Position, rows[^1].Id);
            }
            else if (below != long.MaxValue && remember && below > cursor.Position)
                // Everything below has ended and was looked at.
                cursor = new SealCursor(below, Guid.Empty);
            if (remember)
                memory.Cursors[table.Log] = cursor;
            if (rows.Count < Batch)
                return linked;
        }
    }

    /// <summary>False where another node holds the lease.</summary>
    private async Task<bool> LinkAsync(
        ChainLog log,
        List<PendingRow> rows,
        string node,
        List<Guid> cut,
        CancellationToken ct
    )
    {
        await using var transaction = await db.BeginWriteAsync(ct);
        if (!await leases.TakeAsync(LeaseName, node, LeaseLife, ct))
            return false;
        var links = new List<ChainHead>(rows.Count);
        var digests = new List<string>(rows.Count);
        var heads = new Dictionary<Guid, ChainHead?>();
        foreach (var row in rows)
        {
            if (!heads.TryGetValue(row.CouncilId, out var head))
            {
                head = await store.HeadAsync(row.CouncilId, log, ct);
                if (
                    memory.Heads.TryGetValue((row.CouncilId, log), out var seen)
                    && seen.Sequence > (head?.Sequence ?? 0)
                )
                    cut.Add(row.CouncilId);
            }
            var sequence = (head?.Sequence ?? 0) + 1;
            var link = new ChainHead(
                row.CouncilId,
                log,
                sequence,
                row.Id,
                Seal.HashOf(head?.Hash, row.CouncilId, log, sequence, row.Id, row.Digest)
            );
            heads[row.CouncilId] = link;
            links.Add(link);
            digests.Add(row.Digest);
        }
        await store.AddAsync(links, digests, Facts.Kept(clock.Now), ct);
        await transaction.CommitAsync(ct);
        foreach (var head in heads.Values.OfType<ChainHead>())
            memory.Heads[(head.CouncilId, log)] = head;
        return true;
    }
}
