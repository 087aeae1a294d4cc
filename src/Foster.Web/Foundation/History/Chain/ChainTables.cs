using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Foundation.History;

/// <summary>A link with what stands behind it now: the row and its words, either of which may be gone.</summary>
public sealed record ChainedRow(Seal? Seal, IChained? Row, byte[]? Content);

/// <summary>Where the rows of a log and their words are kept, and how they are read.</summary>
/// <param name="Kind">What their digests begin with.</param>
public abstract record ChainTable(ChainLog Log, string Kind, string Rows, string Bodies)
{
    public static IReadOnlyList<ChainTable> All { get; } =
    [
        new Of<HistoryEntry, HistoryBody>(
            ChainLog.Case,
            "foster:case:1",
            "History",
            HistoryBody.Table
        ),
        new Of<CouncilHistoryEntry, CouncilHistoryBody>(
            ChainLog.Council,
            "foster:council:1",
            "CouncilHistory",
            CouncilHistoryBody.Table
        ),
        new Of<AccessEntry, AccessBody>(
            ChainLog.Access,
            "foster:access:1",
            "AccessLog",
            AccessBody.Table
        ),
        new Of<Erasure, ErasureBody>(
            ChainLog.Erasure,
            "foster:erasure:1",
            "Erasures",
            ErasureBody.Table
        ),
    ];

    /// <summary>Tables in which rows are only ever added.</summary>
    public static IEnumerable<string> AppendOnly =>
        [.. All.SelectMany(t => new[] { t.Rows, t.Bodies }), "Seals"];

    public static ChainTable For(ChainLog log) => All.Single(t => t.Log == log);

    /// <summary>Links of a chain in their order, with row and words.</summary>
    public abstract Task<List<ChainedRow>> SealedAsync(
        FosterDb db,
        Guid councilId,
        long after,
        int count,
        CancellationToken ct
    );

    /// <summary>Rows that are not chained yet, in the order of their ids.</summary>
    public abstract Task<List<ChainedRow>> UnsealedAsync(
        FosterDb db,
        Guid councilId,
        Guid after,
        int count,
        CancellationToken ct
    );

    /// <summary>Ids of words whose row is gone.</summary>
    public abstract Task<List<Guid>> OrphansAsync(FosterDb db, int count, CancellationToken ct);

    /// <summary>Those of these rows that this council has.</summary>
    public abstract Task<List<IChained>> RowsAsync(
        FosterDb db,
        Guid councilId,
        Guid[] ids,
        CancellationToken ct
    );

    /// <summary>Words in the order of the ids of their rows.</summary>
    public abstract Task<List<IChainedBody>> BodiesAsync(
        FosterDb db,
        Guid after,
        int count,
        CancellationToken ct
    );

    private sealed record Of<TRow, TBody>(ChainLog Log, string Kind, string Rows, string Bodies)
        : ChainTable(Log, Kind, Rows, Bodies)
        where TRow : class, IChained
        where TBody : class, IChainedBody
    {
        /// <summary>
        /// The links by their places, and what stands behind them by its ids: each by its key, however the database would
        /// rather join them.
        /// </summary>
        public override async Task<List<ChainedRow>> SealedAsync(
            FosterDb db,
            Guid councilId,
            long after,
            int count,
            CancellationToken ct
        )
        {
            var seals = await db.Set<Seal>()
                .AsNoTracking()
                .IgnoreQueryFilters()
                .Where(s => s.CouncilId == councilId && s.Log == Log && s.Sequence > after)
                .OrderBy(s => s.Sequence)
                .Take(count)
                .ToListAsync(ct);
            var ids = seals.Select(s => s.EntryId).ToArray();
            var rows = (
                await db.Set<TRow>()
                    .AsNoTracking()
                    .IgnoreQueryFilters()
                    .Where(r => ids.Contains(EF.Property<Guid>(r, "Id")))
                    .ToListAsync(ct)
            ).ToDictionary(r => r.Id);
            var bodies = (
                await db.Set<TBody>()
                    .AsNoTracking()
                    .Where(b => ids.Contains(EF.Property<Guid>(b, "EntryId")))
                    .ToListAsync(ct)
            ).ToDictionary(b => b.EntryId);
            return
            [
                .. seals.Select(s => new ChainedRow(
                    s,
                    rows.GetValueOrDefault(s.EntryId),
                    bodies.GetValueOrDefault(s.EntryId)?.Content
                )),
            ];
        }

        public override async Task<List<ChainedRow>> UnsealedAsync(
            FosterDb db,
            Guid councilId,
            Guid after,
            int count,
            CancellationToken ct
        ) =>
            await (
                from r in db.Set<TRow>()
                    .AsNoTracking()
                    .IgnoreQueryFilters()
                    .Where(r =>
                        EF.Property<Guid>(r, "CouncilId") == councilId
                        && EF.Property<Guid>(r, "Id").CompareTo(after) > 0
                        && !db.Set<Seal>()
                            .IgnoreQueryFilters()
                            .Any(s => s.EntryId == EF.Property<Guid>(r, "Id"))
                    )
                    .OrderBy(r => EF.Property<Guid>(r, "Id"))
                    .Take(count)
                join b in db.Set<TBody>().AsNoTracking()
                    on EF.Property<Guid>(r, "Id") equals EF.Property<Guid>(b, "EntryId")
                    into bodies
                from b in bodies.DefaultIfEmpty()
                orderby EF.Property<Guid>(r, "Id")
                select new ChainedRow(null, r, EF.Property<byte[]?>(b, "Content"))
            ).ToListAsync(ct);

        public override async Task<List<Guid>> OrphansAsync(
            FosterDb db,
            int count,
            CancellationToken ct
        ) =>
            await db.Set<TBody>()
                .AsNoTracking()
                .Where(b =>
                    !db.Set<TRow>()
                        .IgnoreQueryFilters()
                        .Any(r => EF.Property<Guid>(r, "Id") == EF.Property<Guid>(b, "EntryId"))
                )
                .Select(b => EF.Property<Guid>(b, "EntryId"))
                .OrderBy(id => id)
                .Take(count)
                .ToListAsync(ct);

        public override async Task<List<IChained>> RowsAsync(
            FosterDb db,
            Guid councilId,
            Guid[] ids,
            CancellationToken ct
        ) =>
            [
                .. await db.Set<TRow>()
                    .AsNoTracking()
                    .IgnoreQueryFilters()
                    .Where(r =>
                        EF.Property<Guid>(r, "CouncilId") == councilId
                        && ids.Contains(EF.Property<Guid>(r, "Id"))
                    )
                    .ToListAsync(ct),
            ];

        public override async Task<List<IChainedBody>> BodiesAsync(
            FosterDb db,
            Guid after,
            int count,
            CancellationToken ct
        ) =>
            [
                .. await db.Set<TBody>()
                    .AsNoTracking()
                    .Where(b => EF.Property<Guid>(b, "EntryId").CompareTo(after) > 0)
                    .OrderBy(b => EF.Property<Guid>(b, "EntryId"))
                    .Take(count)
                    .ToListAsync(ct),
            ];
    }
}
