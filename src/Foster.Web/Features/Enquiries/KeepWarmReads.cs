using System.Linq.Expressions;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Enquiries;

/// <summary>All that is kept of somebody, as they themselves see it.</summary>
public sealed record KeepWarmView(KeepWarmLine Line, TeamContact Team, Actor Actor);

/// <summary>Somebody who is asked again by email, with the days and what makes them.</summary>
public sealed record KeepWarmLine
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required string FirstName { get; init; }
    public required string Email { get; init; }
    public required KeepWarmState State { get; init; }
    public required DateOnly AskOn { get; init; }
    public required AskEvery Every { get; init; }
    public required DateOnly HeardOn { get; init; }
    public required DateTime? AskedAt { get; init; }
    public required int Asked { get; init; }
    public required string ConsentWords { get; init; }
    public required DateTime ConsentAt { get; init; }
    public required string? ConsentBy { get; init; }

    /// <summary>The enquiry that had ended, or the one that came of it.</summary>
    public required Guid? CaseId { get; init; }

    public bool IsLive => KeepWarmMachine.Live.Contains(State);

    public DateOnly SilentFrom => HeardOn.AddMonths(KeepWarm.SilenceMonths);

    public AskPlan Plan => new(AskOn, AskOn < SilentFrom, Every, SilentFrom, HeardOn);
}

public sealed record KeepWarmPage(IReadOnlyList<KeepWarmLine> Lines, QueuePlace? Next);

/// <summary>Finds those who want to be asked again, for themselves and for staff.</summary>
public sealed class KeepWarmReads(
    FosterDb db,
    Links links,
    ActorSource actors,
    EnquiryContactReads contacts
)
{
    public const int PageSize = 25;

    private static readonly Expression<Func<KeepWarm, KeepWarmLine>> AsLine = k => new KeepWarmLine
    {
        Id = k.Id,
        CouncilId = k.CouncilId,
        FirstName = k.FirstName,
        Email = k.Email,
        State = k.State,
        AskOn = k.AskOn,
        Every = k.Every,
        HeardOn = k.HeardOn,
        AskedAt = k.AskedAt,
        Asked = k.Asked,
        ConsentWords = k.ConsentWords,
        ConsentAt = k.ConsentAt,
        ConsentBy = k.ConsentBy,
        CaseId = k.CaseId,
    };

    /// <summary>Null where there was never such a link, or what it is about has been erased.</summary>
    public async Task<KeepWarmView?> FindAsync(string? secret, CancellationToken ct)
    {
        if (
            await links.FindAsync(secret, LinkPurpose.KeepWarm, ct) is not { } token
            || !links.IsLive(token)
        )
            return null;
        var holder = actors.Holder(token.CouncilId, Guid.Empty, "Holder of a link", null);
        return await OneAsync(k => k.Id == token.SubjectId, ct) is { } line
            ? new(line, (await contacts.OfAsync(line.CouncilId, ct))!, holder)
            : null;
    }

    /// <summary>One of the council, for staff; of an enquiry only for those who may open that (R-ENQ-13).</summary>
    public Task<KeepWarmLine?> OfCouncilAsync(Guid id, Guid councilId, CancellationToken ct) =>
        OneAsync(
            k =>
                k.Id == id
                && k.CouncilId == councilId
                && (k.CaseId == null || db.Set<Case>().Any(c => c.Id == k.CaseId)),
            ct
        );

    /// <summary>The wish that holds of an ended enquiry.</summary>
    public Task<KeepWarmLine?> OfCaseAsync(Guid caseId, CancellationToken ct) =>
        OneAsync(
            k =>
                k.CaseId == caseId
                && (k.State == KeepWarmState.Waiting || k.State == KeepWarmState.Asked),
            ct
        );

    /// <param name="state">Null for those who still agree.</param>
    public async Task<KeepWarmPage> PageAsync(
        KeepWarmState? state,
        QueuePlace? after,
        Actor actor,
        CancellationToken ct
    )
    {
        var found = db.Set<KeepWarm>()
            .AsNoTracking()
            .Where(k => k.CouncilId == actor.CouncilId)
            .Where(k => k.CaseId == null || db.Set<Case>().Any(c => c.Id == k.CaseId));
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
            .Select(AsLine)
            .ToListAsync(ct);
        var page = rows.Take(PageSize).ToList();
        return new KeepWarmPage(
            page,
            rows.Count > PageSize ? new QueuePlace(page[^1].AskOn, page[^1].Id) : null
        );
    }

    private Task<KeepWarmLine?> OneAsync(
        Expression<Func<KeepWarm, bool>> which,
        CancellationToken ct
    ) => db.Set<KeepWarm>().AsNoTracking().Where(which).Select(AsLine).FirstOrDefaultAsync(ct);
}
