using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;

namespace Foster.Web.Features.Events;

/// <summary>Whoever did not answer a call they had booked is tried again, so the team is told above its work.</summary>
public sealed class MissedCalls(MissedCallReads reads) : IWorkNotice
{
    public async Task<WorkNotice?> OfAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.Is(Role.RecruitmentOfficer, Role.TeamManager))
            return null;
        var count = await reads.CountAsync(actor.CouncilId, ct);
        return count == 0
            ? null
            : new WorkNotice(
                count == 1
                    ? "1 person did not answer when we called at the time they had booked."
                    : $"{count} people did not answer when we called at the time they had booked.",
                "Call them again",
                EventLinks.Missed
            );
    }
}
