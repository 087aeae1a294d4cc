using Foster.Web.Features.Applications;
using Foster.Web.Features.Cases;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>A withdrawn application leaves the agendas on which it still stands.</summary>
public sealed class OnApplicationWithdrawn(
    FosterDb db,
    DeadlineBook deadlines,
    Naming naming,
    CaseHistory history
) : IOn<ApplicationWithdrawn>
{
    public async Task HandleAsync(ApplicationWithdrawn happened, Actor actor, CancellationToken ct)
    {
        var items = await db.Set<PanelItem>()
            .Where(i =>
                i.CaseId == happened.CaseId
                && (i.State == PanelItemState.Listed || i.State == PanelItemState.PapersSent)
            )
            .ToListAsync(ct);
        await naming.EndPanelAsync(happened.CaseId, ct);
        foreach (var item in items)
        {
            item.TakeOff(Actor.System(actor.CouncilId), happened.On, []);
            await deadlines.CancelAsync(
                item.CaseId,
                DeadlineRules.PanelPapers,
                "The application was withdrawn.",
                ct,
                item.Id
            );
            await history.WriteAsync(
                actor,
                item.CaseId,
                new HistoryNote("panel.taken-off", "Taken off the agenda of panel: withdrawn")
                {
                    OccurredOn = happened.On,
                    Rules = ["T-APP-23"],
                },
                ct
            );
        }
    }
}
