using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Foster.Web.Foundation.Security;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Cases;

public sealed record TurnCoverInput(Guid CoverId);

/// <summary>
/// Hands cases over when a cover begins, those that come later on each day of it, and all of them back when it is over,
/// also those that were closed in between. A case that somebody else was given meanwhile stays with them; one that
/// whoever covers may not have, or whoever is back may not have any more, stays where it is and is shown to the team
/// manager.
/// Foster itself does it, since the cases of a worker are not all in the sight of whoever plans.
/// </summary>
public sealed class TurnCover(
    FosterDb db,
    AllocateWorker allocate,
    Naming naming,
    CouncilHistory history,
    CaseHistory ofCase,
    LondonClock clock
)
{
    public async Task<Result> RunAsync(TurnCoverInput input, Actor actor, CancellationToken ct)
    {
        var cover = await db.Set<Cover>().SingleAsync(c => c.Id == input.CoverId, ct);
        if (!actor.Is(Role.System))
            return Result.Refused("Foster hands cases over and back by itself.");
        var from = cover.State;
        var stayed = 0;
        cover.Turn(clock.Today);
        if (cover.State == CoverState.Running)
            await HandOverAsync(cover, actor, ct);
        else if (cover.State == CoverState.Over)
            stayed = await HandBackAsync(cover, actor, ct);
        if (cover.State != from)
            history.Write(
                actor,
                cover.Id,
                new HistoryNote(
                    "cover.turned",
                    cover.State == CoverState.Running ? "A cover began; the cases went over"
                        : stayed == 0 ? "A cover is over; the cases went back"
                        : $"A cover is over; cases that could not go back: {stayed}"
                )
            );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private async Task HandOverAsync(Cover cover, Actor actor, CancellationToken ct)
    {
        var names = await NamesAsync(cover, ct);
        var seen = await db.Set<CoveredCase>()
            .Where(c => c.CoverId == cover.Id)
            .Select(c => c.CaseId)
            .ToListAsync(ct);
        foreach (var caseId in (await OpenHeldAsync(cover, ct)).Except(seen))
        {
            var named = await naming.IsNamedAsync(caseId, cover.CoverId, ct);
            var atPanel = !named && await IsAtPanelAsync(caseId, cover.CoverId, ct);
            var result = await allocate.RunAsync(
                new(caseId, cover.CoverId, cover.Role, clock.Today)
                {
                    Words =
                        $"{names.Cover} covers for {names.Away} until {BritishDate.Long(cover.Until)}",
                    ForApplicant =
                        $"{names.Cover} looks after you while {names.Away} is away, until {BritishDate.Long(cover.Until)}",
                },
                actor,
                ct
            );
            db.Add(
                new CoveredCase
                {
                    CouncilId = cover.CouncilId,
                    CaseId = caseId,
                    CoverId = cover.Id,
                    On = clock.Today,
                    Kept = result.Ok ? null : result.Reasons,
                    NamedForIt = result.Ok && !named && await IsRestrictedAsync(caseId, ct),
                    WasAtPanel = result.Ok && atPanel,
                }
            );
        }
    }

    /// <summary>Answers with how many could not go back: they stay with whoever covered, who can still open them.</summary>
    private async Task<int> HandBackAsync(Cover cover, Actor actor, CancellationToken ct)
    {
        var names = await NamesAsync(cover, ct);
        // One that was closed meanwhile goes back as well: it may be opened again.
        var held = await Held(cover, cover.CoverId).Select(a => a.CaseId).ToListAsync(ct);
        var rows = await db.Set<CoveredCase>()
            .Where(c => c.CoverId == cover.Id && c.BackOn == null && c.Kept == null)
            .ToListAsync(ct);
        foreach (var row in rows)
        {
            if (held.Contains(row.CaseId))
            {
                var back = await allocate.RunAsync(
                    new(row.CaseId, cover.AwayId, cover.Role, clock.Today)
                    {
                        Words = $"{names.Away} is back from being away",
                        ForApplicant = $"{names.Away} is back",
                    },
                    actor,
                    ct
                );
                if (!back.Ok)
                {
                    row.Stayed = back.Reasons;
                    await ofCase.WriteAsync(
                        actor,
                        row.CaseId,
                        new HistoryNote(
                            "case.cover-stayed",
                            $"The cover is over, but the case could not go back to {names.Away} and stays with {names.Cover}"
                        )
                        {
                            Reason = back.Reasons,
                        },
                        ct
                    );
                    continue;
                }
            }
            await naming.AfterCoverAsync(row, cover.CoverId, ct);
        }
        return rows.Count(r => r.Stayed is not null);
    }

    /// <summary>The open cases that whoever is away holds in the role now.</summary>
    private async Task<IReadOnlyList<Guid>> OpenHeldAsync(Cover cover, CancellationToken ct) =>
        await Held(cover, cover.AwayId)
            .Where(a => db.Set<Case>().Any(c => c.Id == a.CaseId && c.ClosedOn == null))
            .Select(a => a.CaseId)
            .ToListAsync(ct);

    private IQueryable<Allocation> Held(Cover cover, Guid accountId) =>
        db.Set<Allocation>()
            .Where(a => a.CouncilId == cover.CouncilId && a.AccountId == accountId)
            .Where(a => a.Role == cover.Role && a.To == null);

    private Task<bool> IsAtPanelAsync(Guid caseId, Guid accountId, CancellationToken ct) =>
        db.Set<NamedPerson>()
            .AnyAsync(n => n.CaseId == caseId && n.AccountId == accountId && n.AtPanel, ct);

    private Task<bool> IsRestrictedAsync(Guid caseId, CancellationToken ct) =>
        db.Set<Case>().AnyAsync(c => c.Id == caseId && c.Restricted, ct);

    private async Task<(string Away, string Cover)> NamesAsync(Cover cover, CancellationToken ct)
    {
        var names = await db.Set<Account>()
            .Where(a => a.Id == cover.AwayId || a.Id == cover.CoverId)
            .ToDictionaryAsync(a => a.Id, a => a.DisplayName, ct);
        return (names[cover.AwayId], names[cover.CoverId]);
    }
}
