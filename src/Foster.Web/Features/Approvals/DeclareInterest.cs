using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record DeclareInterestInput(Guid ItemId, bool HasConflict, string? Nature);

/// <summary>A member says whether they have a conflict of interest in an item. With one they lose it (R-PANEL-14).</summary>
public sealed class DeclareInterest(
    FosterDb db,
    ItemReads items,
    DutyReads duties,
    LondonClock clock,
    CaseHistory history
)
{
    public async Task<Result> RunAsync(
        DeclareInterestInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        if (await items.LoadAsync(input.ItemId, ct) is not var (item, meeting, _))
            return Result.Refused("This item is not open to you.");
        var asked = await db.Set<Attendance>()
            .AnyAsync(a => a.MeetingId == meeting.Id && a.AccountId == actor.AccountId, ct);
        if (!actor.Is(Role.PanelMember, Role.PanelChair) || !asked)
            return Result.Refused("Only people who are asked to this panel declare.", "R-PANEL-14");
        var against = new List<Refusal>();
        if (!PanelItemMachine.Open.Contains(item.State))
            against.Add(
                new Refusal(
                    $"You cannot declare now: the item is {PanelItemMachine.Words(item.State)}.",
                    "R-PANEL-14"
                )
            );
        if (
            !input.HasConflict
            && await duties.KnownConflictAsync(item.CaseId, actor.AccountId, ct) is { } known
        )
            against.Add(
                new Refusal($"{known} Declare a conflict of interest.", "R-SOD-04", "conflict")
            );
        var declaration = await db.Set<ItemDeclaration>()
            .SingleOrDefaultAsync(d => d.ItemId == item.Id && d.AccountId == actor.AccountId, ct);
        var isNew = declaration is null;
        declaration ??= new ItemDeclaration
        {
            CouncilId = actor.CouncilId,
            CaseId = item.CaseId,
            ItemId = item.Id,
            AccountId = actor.AccountId,
        };
        if (against.Count > 0)
            return Result.Refused(against);
        var declared = declaration.Declare(input.HasConflict, input.Nature, clock.Now);
        if (!declared.Ok)
            return declared;
        if (isNew)
            db.Add(declaration);
        await history.WriteAsync(
            actor,
            item.CaseId,
            new HistoryNote(
                "panel.declared",
                input.HasConflict
                    ? $"{actor.Name} declared a conflict of interest and leaves the item"
                    : $"{actor.Name} declared no conflict of interest"
            )
            {
                Reason = input.HasConflict ? input.Nature : null,
                Rules = ["R-PANEL-14", "R-SOD-04"],
            },
            ct
        );
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
