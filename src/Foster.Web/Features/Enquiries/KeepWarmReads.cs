using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>What the holder of the link sees: all that is kept of them.</summary>
public sealed record KeepWarmView(
    Guid Id,
    Guid CouncilId,
    string FirstName,
    string Email,
    KeepWarmState State,
    DateOnly AskOn,
    string ConsentWords,
    DateOnly ConsentOn,
    TeamContact Team,
    Actor Actor
)
{
    public bool IsLive => KeepWarmMachine.Live.Contains(State);
}

public sealed record KeepWarmLine(
    Guid Id,
    string FirstName,
    string Email,
    KeepWarmState State,
    DateOnly AskOn,
    DateTime ConsentAt,
    Guid? CaseId
);

public sealed record KeepWarmPage(IReadOnlyList<KeepWarmLine> Lines, QueuePlace? Next);

/// <summary>Finds those who want to be asked again, for themselves and for staff.</summary>
public sealed class KeepWarmReads(
    FosterDb db,
    Links links,
    ActorSource actors,
    EnquiryContactReads contacts,
    LondonClock clock
)
{
    public const int PageSize = 25;

    /// <summary>Null where there was never such a link, or what it is about has been erased.</summary>
    public async Task<KeepWarmView?> FindAsync(string? secret, CancellationToken ct)
    {
        if (
            await links.FindAsync(secret, LinkPurpose.KeepWarm, ct) is not { } token
            || !links.IsLive(token)
        )
            return null;
        var holder = actors.Holder(token.CouncilId, Guid.Empty, "Holder of a link", null);
        var kept = await db.Set<KeepWarm>()
            .AsNoTracking()
            .SingleOrDefaultAsync(k => k.Id == token.SubjectId, ct);
        return kept is null
            ? null
            : new KeepWarmView(
                kept.Id,
                kept.CouncilId,
                kept.FirstName,
                kept.Email,
                kept.State,
                kept.AskOn,
                kept.ConsentWords,
                clock.DateOf(kept.ConsentAt),
                (await contacts.OfAsync(kept.CouncilId, ct))!,
                holder
            );
    }

    /// <param name="state">Null for those who still agree.</param>
    public async Task<KeepWarmPage> PageAsync(
        KeepWarmState? state,
        QueuePlace? after,
        Actor actor,
        CancellationToken ct
    )
    {
        var found = db.Set<KeepWarm>().AsNoTracking().Where(k => k.CouncilId == actor.CouncilId);
        found = state is { } one
            ? found.Where(k => k.State == one)
            : found.Where(k => k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked);
        if (after is not null)
            found = found.Where(k =>
                k.AskOn > after.DueOn || (k.AskOn == after.DueOn && k.Id > after.Id)
            );
        var rows = await found
            .OrderBy(k => k.AskOn)
            .ThenBy(k => k.Id)
            .Take(PageSize + 1)
            .Select(k => new KeepWarmLine(
                k.Id,
                k.FirstName,
                k.Email,
                k.State,
                k.AskOn,
                k.ConsentAt,
                k.CaseId
            ))
            .ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        return new KeepWarmPage(
            page,
            rows.Count > PageSize ? new QueuePlace(page[^1].AskOn, page[^1].Id) : null
        );
    }
}
