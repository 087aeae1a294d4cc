using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Connected;

/// <summary>Which connected cases the list shows.</summary>
public enum ConnectedFilter
{
    Open,
    Call,
    Decide,
    Assessing,
    Ended,
}

/// <summary>One family on the list.</summary>
/// <param name="DueOn">The first open date of the case, and why; null where none runs.</param>
public sealed record ConnectedLine(
    Guid Id,
    Guid CaseId,
    string Reference,
    string People,
    ConnectedState State,
    DateOnly OpenedOn,
    DateOnly? DueOn,
    string? Why
);

/// <summary>Everything of one connected case, for reading.</summary>
public sealed record ConnectedView(
    ConnectedReferral Referral,
    string Reference,
    bool Restricted,
    string? EnquiryReference,
    IReadOnlyList<CasePerson> People,
    CaseClock? Clock
)
{
    public string Name =>
        string.Join(" and ", People.Where(p => p.IsApplicant).Select(p => p.FullName));
}

/// <summary>Connected cases within the reader's scope.</summary>
public sealed class ConnectedReads(
    FosterDb db,
    CaseReads cases,
    CaseNameReads names,
    CasePageReads pages
)
{
    public const int PageSize = 25;

    /// <summary>Null where the case is out of reach or does not exist.</summary>
    public async Task<ConnectedView?> FindAsync(
        Guid caseId,
        Foundation.Actors.Actor actor,
        CancellationToken ct
    )
    {
        var referral = await db.Set<ConnectedReferral>()
            .AsNoTracking()
            .SingleOrDefaultAsync(r => r.CaseId == caseId, ct);
        if (referral is null || await pages.HeadAsync(caseId, ct) is not { } head)
            return null;
        return new ConnectedView(
            referral,
            head.Reference,
            head.Restricted,
            head.PreviousReference,
            await cases.PeopleAsync(caseId, ct),
            await pages.ClocksAsync(caseId, actor, ct) is [var first, ..] ? first : null
        );
    }

    /// <summary>A page of the list: open ones the longest waiting first, ended ones the latest first.</summary>
    public async Task<ListPage<ConnectedLine>> PageAsync(
        ConnectedFilter filter,
        string? after,
        CancellationToken ct
    )
    {
        var states = StatesOf(filter);
        var latestFirst = filter == ConnectedFilter.Ended;
        var found = db.Set<ConnectedReferral>().Where(r => states.Contains(r.State));
        if (ListCursor.Read(after) is { } start)
            found = latestFirst
                ? found.Where(r =>
                    r.OpenedOn < start.On
                    || (r.OpenedOn == start.On && r.Id.CompareTo(start.Id) < 0)
                )
                : found.Where(r =>
                    r.OpenedOn > start.On
                    || (r.OpenedOn == start.On && r.Id.CompareTo(start.Id) > 0)
                );
        var ordered = latestFirst
            ? found.OrderByDescending(r => r.OpenedOn).ThenByDescending(r => r.Id)
            : found.OrderBy(r => r.OpenedOn).ThenBy(r => r.Id);
        var rows = await ordered
            .Take(PageSize + 1)
            .Select(r => new
            {
                r.Id,
                r.CaseId,
                db.Set<Case>().First(c => c.Id == r.CaseId).Reference,
                r.State,
                r.OpenedOn,
                Due = db.Set<Deadline>()
                    .Where(d => d.CaseId == r.CaseId && d.Status == DeadlineStatus.Open)
                    .OrderBy(d => d.DueOn)
                    .Select(d => new { d.DueOn, d.ExplanationText })
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        var shown = rows.Take(PageSize).ToList();
        var people = await names.OfAsync([.. shown.Select(r => r.CaseId)], ct);
        return new(
            [
                .. shown.Select(r => new ConnectedLine(
                    r.Id,
                    r.CaseId,
                    r.Reference,
                    people.GetValueOrDefault(r.CaseId, ""),
                    r.State,
                    r.OpenedOn,
                    r.Due?.DueOn,
                    r.Due?.ExplanationText
                )),
            ],
            rows.Count > PageSize ? ListCursor.Write(shown[^1].OpenedOn, shown[^1].Id) : null
        );
    }

    private static ConnectedState[] StatesOf(ConnectedFilter filter) =>
        filter switch
        {
            ConnectedFilter.Call => [ConnectedState.New],
            ConnectedFilter.Decide => [ConnectedState.Contacted],
            ConnectedFilter.Assessing => [ConnectedState.Assessing],
            ConnectedFilter.Ended => [ConnectedState.Returned, ConnectedState.Ended],
            _ => [.. ConnectedMachine.Open],
        };
}
