using System.Text.Json;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

public sealed record SetAsideLine(
    Guid Id,
    SetAsideKind Kind,
    string Name,
    DateTime ReceivedAt,
    DateOnly PromisedOn,
    string Signs,
    SetAsideState State
);

/// <summary>One form as somebody looks at it. What does not belong to its kind is null.</summary>
public sealed record SetAsideView(
    SetAsideLine Line,
    SubmitEnquiryInput? Enquiry,
    LeaveKeepWarmInput? KeepWarm,
    string? DecidedBy,
    string? Reason
)
{
    public bool IsOpen => Line.State == SetAsideState.Waiting;
}

public sealed record SetAsidePage(IReadOnlyList<SetAsideLine> Lines, QueuePlace? Next);

/// <summary>What was set aside, the earliest promise first: somebody may wait for a call.</summary>
public sealed class SetAsideReads(FosterDb db)
{
    public const int PageSize = 25;

    public async Task<SetAsidePage> PageAsync(
        SetAsideState state,
        QueuePlace? after,
        Actor actor,
        CancellationToken ct
    )
    {
        var found = db.Set<SetAsideForm>()
            .AsNoTracking()
            .Where(s => s.CouncilId == actor.CouncilId && s.State == state);
        if (after is not null)
            found = found.Where(s =>
                s.PromisedOn >= after.DueOn && (s.PromisedOn > after.DueOn || s.Id > after.Id)
            );
        var rows = await found
            .OrderBy(s => s.PromisedOn)
            .ThenBy(s => s.Id)
            .Take(PageSize + 1)
            .Select(s => new SetAsideLine(
                s.Id,
                s.Kind,
                s.Name,
                s.ReceivedAt,
                s.PromisedOn,
                s.Signs,
                s.State
            ))
            .ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        return new SetAsidePage(
            page,
            rows.Count > PageSize ? new QueuePlace(page[^1].PromisedOn, page[^1].Id) : null
        );
    }

    public async Task<SetAsideView?> FindAsync(Guid id, CancellationToken ct)
    {
        var row = await db.Set<SetAsideForm>()
            .AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == id, ct);
        return row is null
            ? null
            : new SetAsideView(
                new(
                    row.Id,
                    row.Kind,
                    row.Name,
                    row.ReceivedAt,
                    row.PromisedOn,
                    row.Signs,
                    row.State
                ),
                row.Kind is SetAsideKind.Enquiry ? Read<SubmitEnquiryInput>(row.Content) : null,
                row.Kind is SetAsideKind.KeepWarm ? Read<LeaveKeepWarmInput>(row.Content) : null,
                row.DecidedBy,
                row.Reason
            );
    }

    /// <summary>Whether this case is promised to a form that nobody has looked at yet.</summary>
    public Task<bool> WaitsAsync(Guid caseId, CancellationToken ct) =>
        db.Set<SetAsideForm>()
            .AnyAsync(s => s.CaseId == caseId && s.State == SetAsideState.Waiting, ct);

    private static T? Read<T>(string content)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>How many wait for a look.</summary>
public sealed class SetAsideCounts(FosterDb db) : INavigationCounts
{
    public string Href => SetAsideNavigation.Path;

    public string Words(string number, bool one) =>
        one ? "1 form waits for a look" : $"{number} forms wait for a look";

    public IQueryable<NavigationCount>? Of(Actor actor)
    {
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            return null;
        var waiting = db.Set<SetAsideForm>()
            .Where(s => s.CouncilId == actor.CouncilId && s.State == SetAsideState.Waiting);
        return db.Set<Council>()
            .Where(c => c.Id == actor.CouncilId)
            .Select(c => new NavigationCount
            {
                Href = SetAsideNavigation.Path,
                Number = waiting.Take(NavigationCount.Most).Count(),
            });
    }
}

public sealed class SetAsideNavigation : INavigation
{
    public const string Path = "/staff/enquiries/set-aside";

    public IEnumerable<NavigationItem> Items { get; } =
    [
        new(
            "staff",
            "Set aside",
            Path,
            22,
            nameof(Role.RecruitmentOfficer),
            nameof(Role.TeamManager)
        ),
        new(
            "staff",
            "Ask again later",
            "/staff/enquiries/keep-warm",
            21,
            nameof(Role.RecruitmentOfficer),
            nameof(Role.TeamManager)
        ),
    ];
}
