using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace Foster.Web.Features.Approvals;

/// <summary>
/// Panel members reach the cases on the agendas of the meetings they are asked to, and lose a case for good when they
/// declare a conflict of interest in it (R-PANEL-14).
/// </summary>
public sealed class CasesAtPanel(FosterDb db) : ICaseReach
{
    public async Task<IReadOnlyList<Guid>> ForAsync(Actor actor, CancellationToken ct) =>
        actor.Is(Role.PanelMember, Role.PanelChair)
            ? await (
                from a in db.Set<Attendance>()
                join i in db.Set<PanelItem>().IgnoreQueryFilters([FosterDb.CaseFilter])
                    on a.MeetingId equals i.MeetingId
                where
                    a.AccountId == actor.AccountId
                    && i.State != PanelItemState.Removed
                    && !db.Set<ItemDeclaration>()
                        .Any(d =>
                            d.CaseId == i.CaseId && d.AccountId == actor.AccountId && d.HasConflict
                        )
                select i.CaseId
            )
                .Distinct()
                .ToListAsync(ct)
            : [];
}
