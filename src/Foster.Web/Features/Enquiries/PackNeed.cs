using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Catalogues;
using Foster.Web.Foundation.Clock;

namespace Foster.Web.Features.Enquiries;

/// <summary>Without an information pack nothing can be sent with the first contact (R-ENQ-04).</summary>
public sealed class PackNeed(PackReads packs, LondonClock clock) : ISetUpNeed
{
    public async Task<SetUpTask?> OfAsync(Actor actor, CancellationToken ct) =>
        await packs.OnAsync(actor.CouncilId, clock.Today, ct) is null
            ? new SetUpTask(
                "Information pack",
                "There is no pack to send, so no enquiry can go past the first contact.",
                "To do",
                PackLinks.Admin
            )
            : null;
}
