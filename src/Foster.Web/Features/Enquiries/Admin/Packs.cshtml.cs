using Foster.Web.Features.Cases;
using Foster.Web.Features.Enquiries.Packs;
using Foster.Web.Foundation.Actors;
using Foster.Web.Foundation.Clock;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Foster.Web.Features.Enquiries.Admin;

/// <summary>The versions of the council's information pack.</summary>
public sealed class PacksModel(PackReads packs, ActorSource actors, LondonClock clock) : PageModel
{
    public IReadOnlyList<PackLine> Lines { get; private set; } = [];
    public Guid? NowId { get; private set; }
    public string? NextHref { get; private set; }
    public string? FirstHref { get; private set; }
    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(string? after, CancellationToken ct)
    {
        var councilId = actors.Required.CouncilId;
        var place = QueuePlace.Read(after);
        (Lines, var next) = await packs.PageAsync(councilId, place, ct);
        NowId = (await packs.OnAsync(councilId, Today, ct))?.Id;
        FirstHref = place is null ? null : PackLinks.Admin;
        NextHref = next is null
            ? null
            : CaseLinks.With(PackLinks.Admin, ("after", next.ToString()));
    }
}
