using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Records.Requests;

/// <param name="State">Null for what is open.</param>
public sealed record RequestFilter(RequestState? State, RequestFor? For, bool Overdue)
{
    public bool IsEmpty => this is { State: null, For: null, Overdue: false };
}

public sealed record RequestLine(
    Guid Id,
    Guid CaseId,
    string Reference,
    string Person,
    string Service,
    RequestFor For,
    RequestState State,
    DateOnly ReceivedOn,
    DateOnly DueOn,
    bool ConsentSeen
);

public sealed record RequestView(
    RecordsRequest Request,
    string Reference,
    string Person,
    Deadline? Deadline
);

/// <summary>What other services ask us for, within the reader's reach, by what is due.</summary>
public sealed class RecordsRequestReads(FosterDb db, LondonClock clock)
{
    public const int PageSize = 25;

    public async Task<ListPage<RequestLine>> PageAsync(
        RequestFilter filter,
        string? after,
        Actor actor,
        CancellationToken ct
    )
    {
        var open = true;
        var today = clock.Today;
        var found = db.Set<RecordsRequest>()
            .AsNoTracking()
            .Where(r => r.CouncilId == actor.CouncilId);
        found = filter.State is { } state
            ? found.Where(r => r.State == state)
            : found.Where(r => r.IsOpen == open);
        if (filter.For is { } what)
            found = found.Where(r => r.For == what);
        if (filter.Overdue)
            found = found.Where(r => r.IsOpen == open && r.DueOn < today);
        if (ListCursor.Read(after) is { } start)
            found = found.Where(r =>
                r.DueOn > start.On || (r.DueOn == start.On && r.Id > start.Id)
            );
        var rows = await Lines(found.OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(PageSize + 1))
            .ToListAsync(ct);
        return new(
            [.. rows.Take(PageSize)],
            rows.Count > PageSize
                ? ListCursor.Write(rows[PageSize - 1].DueOn, rows[PageSize - 1].Id)
                : null
        );
    }

    public Task<List<RequestLine>> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        Lines(
                db.Set<RecordsRequest>()
                    .AsNoTracking()
                    .Where(r => r.CaseId == caseId)
                    .OrderBy(r => r.DueOn)
                    .ThenBy(r => r.Id)
            )
            .ToListAsync(ct);

    public async Task<RequestView?> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await (
            from r in db.Set<RecordsRequest>().AsNoTracking()
            join c in db.Set<Case>() on r.CaseId equals c.Id
            join p in db.Set<Person>() on r.PersonId equals p.Id
            where r.Id == id
            select new
            {
                Request = r,
                c.Reference,
                Person = p.GivenName + " " + p.FamilyName,
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var deadline = await db.Set<Deadline>()
            .AsNoTracking()
            .Where(d => d.SubjectId == id)
            .FirstOrDefaultAsync(ct);
        return new(found.Request, found.Reference, found.Person, deadline);
    }

    /// <summary>The case of a reference, where the reader may open it.</summary>
    public Task<Guid?> CaseAsync(string reference, Actor actor, CancellationToken ct)
    {
        var written = reference.Trim().ToUpperInvariant();
        return db.Set<Case>()
            .Where(c => c.CouncilId == actor.CouncilId && c.Reference == written)
            .Select(c => (Guid?)c.Id)
            .SingleOrDefaultAsync(ct);
    }

    private IQueryable<RequestLine> Lines(IQueryable<RecordsRequest> requests) =>
        requests.Select(r => new RequestLine(
            r.Id,
            r.CaseId,
            db.Set<Case>().Where(c => c.Id == r.CaseId).Select(c => c.Reference).First(),
            db.Set<Person>()
                .Where(p => p.Id == r.PersonId)
                .Select(p => p.GivenName + " " + p.FamilyName)
                .First(),
            r.Service,
            r.For,
            r.State,
            r.ReceivedOn,
            r.DueOn,
            r.ConsentSeenOn != null
        ));
}

/// <summary>The case of a request, for the access log.</summary>
public sealed class CaseOfRecordsRequest(FosterDb db) : ICaseOfRecord
{
    public string Parameter => "recordsRequestId";

    public Task<Guid?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<RecordsRequest>()
            .IgnoreQueryFilters([FosterDb.CaseFilter])
            .Where(r => r.Id == id)
            .Select(r => (Guid?)r.CaseId)
            .SingleOrDefaultAsync(ct);
}
