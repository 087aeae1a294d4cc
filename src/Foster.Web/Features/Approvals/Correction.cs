using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>When what panel said may be put right by a further entry: before the decision, by the adviser, with a reason.</summary>
public sealed class Correction(FosterDb db, DutyReads duties)
{
    public async Task<List<Refusal>> AgainstAsync(
        LoadedItem loaded,
        string why,
        Actor actor,
        CancellationToken ct
    )
    {
        var against = new List<Refusal>(
            await duties.AgainstAdvisingAsync(loaded.Item.CaseId, actor, ct)
        );
        if (!actor.Is(Role.PanelAdviser))
            against.Add(
                new Refusal("Only the panel adviser corrects what is recorded.", "R-PANEL-07")
            );
        if (loaded.Item.State != PanelItemState.Heard)
            against.Add(
                new Refusal(
                    $"There is nothing to correct: the item is {PanelItemMachine.Words(loaded.Item.State)}.",
                    "R-PANEL-07"
                )
            );
        else if (await IsDecidedAsync(loaded, ct))
            against.Add(
                new Refusal(
                    "The decision maker has decided on it. What was recorded stands.",
                    "R-PANEL-07"
                )
            );
        against.AddRange(Reasons.Against(why, "why"));
        return against;
    }

    private async Task<bool> IsDecidedAsync(LoadedItem loaded, CancellationToken ct) =>
        loaded.Application.State
            is not (
                ApplicationState.ReadyForPanel
                or ApplicationState.PanelRecommended
                or ApplicationState.AwaitingDecision
            )
        || await db.Set<Decision>().AnyAsync(d => d.ItemId == loaded.Item.Id, ct);
}
