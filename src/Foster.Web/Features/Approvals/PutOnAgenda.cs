using Foster.Web.Features.Applications;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Foster.Web.Foundation.History;
using Foster.Web.Foundation.Rules;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

public sealed record PutOnAgendaInput(Guid CaseId, Guid MeetingId);

/// <summary>Puts a case that is ready for panel on the agenda of a meeting.</summary>
public sealed class PutOnAgenda(
    FosterDb db,
    PlaceItem placeItem,
    DutyReads duties,
    CaseHistory history
)
{
    public async Task<Result<PanelItem>> RunAsync(
        PutOnAgendaInput input,
        Actor actor,
        CancellationToken ct
    )
    {
        var application = await db.Set<Application>()
            .SingleOrDefaultAsync(a => a.CaseId == input.CaseId, ct);
        if (application is null)
            return Result<PanelItem>.Refused("This case is not open to you.");
        var against = new List<Refusal>();
        if (!actor.Is(Role.PanelAdviser))
            against.Add(new Refusal("Only the panel adviser puts cases on an agenda."));
        if (application.State != ApplicationState.ReadyForPanel)
            against.Add(
                new Refusal(
                    $"The case cannot be listed now: it is {ApplicationMachine.Words(application.State)}. "
                        + "It has to be ready for panel.",
                    "T-APP-10"
                )
            );
        against.AddRange(await duties.AgainstAdvisingAsync(input.CaseId, actor, ct));
        if (against.Count > 0)
            return Result<PanelItem>.Refused(against);
        var placed = await placeItem.RunAsync(new(application, input.MeetingId), actor, ct);
        if (!placed.Ok)
            return Result<PanelItem>.Refused(placed.Refusals);
        await history.WriteAsync(actor, input.CaseId, PlaceItem.Note(placed.Value), ct);
        await db.SaveChangesAsync(ct);
        return placed.Value.Item;
    }
}
